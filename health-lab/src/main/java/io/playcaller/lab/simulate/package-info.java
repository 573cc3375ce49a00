/** What another model would have made of a log: the log folded twice, side by side, by the real engine. */
@NullMarked
package io.playcaller.lab.simulate;

import org.jspecify.annotations.NullMarked;

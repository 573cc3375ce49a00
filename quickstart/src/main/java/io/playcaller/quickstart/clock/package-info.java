/** What time it is. */
@NullMarked
package io.playcaller.quickstart.clock;

import org.jspecify.annotations.NullMarked;

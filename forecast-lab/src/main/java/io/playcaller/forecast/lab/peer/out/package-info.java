/** A peer in another process, to be compared with. */
@NullMarked
package io.playcaller.forecast.lab.peer.out;

import org.jspecify.annotations.NullMarked;

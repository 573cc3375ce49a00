/** When peers are counted anew, and whether that is worth telling. */
@NullMarked
package io.playcaller.health.peers.app;

import org.jspecify.annotations.NullMarked;

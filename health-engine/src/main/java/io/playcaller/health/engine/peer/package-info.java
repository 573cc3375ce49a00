/** How measures are spread over the customers of a segment, and where among them one stands. */
@NullMarked
package io.playcaller.health.engine.peer;

import org.jspecify.annotations.NullMarked;

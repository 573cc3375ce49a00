/** Asks what clocks would do. */
@NullMarked
package io.playcaller.router.sla.in;

import org.jspecify.annotations.NullMarked;

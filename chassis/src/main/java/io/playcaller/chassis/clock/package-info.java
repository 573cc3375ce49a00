/**
 * Business time: the system's clock plus one offset, which is zero in production and moved by tests, the demo and
 * {@code playcaller clock}. SQL asks {@code playcaller_now()}, Java asks {@link
 * io.playcaller.chassis.clock.BusinessClock}; leases ask neither, but {@code clock_timestamp()}.
 */
@NullMarked
package io.playcaller.chassis.clock;

import org.jspecify.annotations.NullMarked;

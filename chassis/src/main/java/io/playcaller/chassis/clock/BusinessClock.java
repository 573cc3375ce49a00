package io.playcaller.chassis.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The one source of business time in Java. Where timers and deadlines are decided, SQL's {@code playcaller_now()} rules;
 * this clock follows it within 200 ms when the clock is adjustable.
 */
@ApplicationScoped
public class BusinessClock implements InstantSource {

    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(offset);
    }

    /** How far business time is ahead of real time; zero in production. */
    public Duration offset() {
        return offset;
    }

    void moveTo(Duration newOffset) {
        offset = newOffset;
    }
}

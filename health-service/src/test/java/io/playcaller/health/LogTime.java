package io.playcaller.health;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The time of the log that all component tests of this JVM share: it only goes forward. */
public final class LogTime {

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));

    private LogTime() {}

    public static Instant now() {
        return NOW.get();
    }

    public static Instant advance(Duration by) {
        return NOW.updateAndGet(now -> now.plus(by));
    }
}

package io.playcaller.contracts;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The topics, their owners and what must be true of them. {@code playcaller.topic-prefix} is put before the name where
 * installations share a broker.
 */
public enum Topic {
    USAGE_EVENTS("usage-events", Cleanup.DELETE, Duration.ofDays(14), false),
    SUPPORT_EVENTS("support-events", Cleanup.DELETE, Duration.ofDays(14), false),
    /** The complete, ordered input of every account; partitions are fixed at birth. */
    CUSTOMER_EVENTS("customer-events", Cleanup.DELETE, Duration.ofDays(400), true),
    ACCOUNT_REGISTER("account-register", Cleanup.COMPACT, null, false),
    PEOPLE("people", Cleanup.COMPACT, null, false),
    DEAD_LETTERS("dead-letters", Cleanup.DELETE, Duration.ofDays(14), false),
    HEALTH_CHANGES("health-changes", Cleanup.COMPACT, null, false),
    PROFILE_CHANGES("profile-changes", Cleanup.DELETE, Duration.ofDays(760), false),
    SIGNALS("signals", Cleanup.DELETE, Duration.ofDays(760), false),
    TASKS("tasks", Cleanup.DELETE, Duration.ofDays(760), false),
    PLAY_OUTCOMES("play-outcomes", Cleanup.DELETE, Duration.ofDays(760), false),
    RENEWAL_FORECASTS("renewal-forecasts", Cleanup.COMPACT, null, false);

    /** What Kafka does with old records. */
    public enum Cleanup {
        DELETE,
        COMPACT
    }

    private final String baseName;
    private final Cleanup cleanup;
    private final @Nullable Duration retention;
    private final boolean appendTime;

    Topic(String baseName, Cleanup cleanup, @Nullable Duration retention, boolean appendTime) {
        this.baseName = baseName;
        this.cleanup = cleanup;
        this.retention = retention;
        this.appendTime = appendTime;
    }

    public String baseName() {
        return baseName;
    }

    /** The name on the broker. */
    public String name(String prefix) {
        return prefix + baseName;
    }

    public Cleanup cleanup() {
        return cleanup;
    }

    /** Default retention; empty for compacted topics. */
    public Optional<Duration> retention() {
        return Optional.ofNullable(retention);
    }

    /** True where Kafka, not the producer, must stamp records. */
    public boolean appendTime() {
        return appendTime;
    }
}

package io.playcaller.forecast.intake.out;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time as a table can hold it. What somebody wrote beyond that stands at the end of it: a record that no table takes would be
 * tried again for ever, and all records behind it would wait.
 */
final class StoredTime {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private StoredTime() {}

    static OffsetDateTime of(Instant time) {
        Instant held = time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
        return held.atOffset(ZoneOffset.UTC);
    }

    /** Null for null. */
    static @Nullable OffsetDateTime orNull(@Nullable Instant time) {
        return time == null ? null : of(time);
    }
}

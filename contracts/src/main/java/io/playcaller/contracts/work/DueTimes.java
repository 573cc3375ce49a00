package io.playcaller.contracts.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When each clock of a task runs out; null where its policy sets none, and where it no longer runs.
 */
public record DueTimes(
        @Nullable Instant accept,
        @Nullable Instant firstTouch,
        @Nullable Instant update,
        @Nullable Instant complete) {}

package io.playcaller.router.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a clock says, and when.
 *
 * @param level its place in the order of the clock, from 1
 * @param tell as {@link EscalationStep#tell()}; null where the task's own people are told
 */
public record Alarm(
        int level, AlarmKind kind, Instant at, @Nullable String tell) {}

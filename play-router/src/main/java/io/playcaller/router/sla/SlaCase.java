package io.playcaller.router.sla;

import io.playcaller.contracts.reason.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What chooses the clocks of a task.
 *
 * @param play key
 * @param tier null, like segment and stage, for a signal that concerns no account
 */
public record SlaCase(
        String play,
        Severity severity,
        @Nullable String tier,
        @Nullable String segment,
        @Nullable String stage) {}

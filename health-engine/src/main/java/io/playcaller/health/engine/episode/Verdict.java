package io.playcaller.health.engine.episode;

import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.util.Set;

/**
 * What was said of an episode.
 *
 * @param reason the one that people see first
 * @param reasons all that were ever named
 */
public record Verdict(Reason reason, Severity severity, SignalOrigin origin, Set<Reason> reasons) {

    public Verdict {
        reasons = Set.copyOf(reasons);
    }

    /** Whether this says something that {@code before} did not. */
    boolean news(Verdict before) {
        return severity != before.severity || !before.reasons.contains(reason);
    }
}

package io.playcaller.health.engine.episode;

import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was said of an episode.
 *
 * @param reason the one that people see first
 * @param reasons all that were ever named
 * @param subjects fingerprints of the tickets or milestones that it told of; null where a version that kept none told it
 */
public record Verdict(
        Reason reason,
        Severity severity,
        SignalOrigin origin,
        Set<Reason> reasons,
        @Nullable Set<Long> subjects) {

    public Verdict {
        reasons = Set.copyOf(reasons);
        subjects = subjects == null ? null : Set.copyOf(subjects);
    }

    /** Whether this says something that {@code before} did not. */
    boolean news(Verdict before) {
        return severity != before.severity || !before.reasons.contains(reason) || more(before);
    }

    /** Whether this is of a ticket or milestone that {@code before} was not of. */
    boolean more(Verdict before) {
        return before.knowsSubjects() && !before.known().containsAll(known());
    }

    /** Whether it is known of which tickets or milestones it told. */
    boolean knowsSubjects() {
        return !known().isEmpty();
    }

    Set<Long> known() {
        return subjects == null ? Set.of() : subjects;
    }
}

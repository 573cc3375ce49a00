package io.playcaller.lab.simulate;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one model had said of an account when a warning would have counted, and how it ended.
 *
 * @param risk 1 less the score as a share of 100; 1 without a score
 * @param lead from the warning that was open then to the decision, or to that time where nobody says when it was decided;
 *     null when none was open
 */
record Unit(
        String account, boolean bad, double risk, @Nullable Duration lead) {

    private static final double FULL = 100_000;

    static Unit of(Outcome outcome, Course course) {
        Instant until = outcome.decided() == null ? outcome.at() : outcome.decided();
        double risk = course.score(outcome.at()).map(score -> 1 - score / FULL).orElse(1.0);
        Duration lead = course.warnedSince(outcome.at())
                .map(since -> Duration.between(since, until))
                .orElse(null);
        return new Unit(outcome.account(), outcome.bad(), risk, lead);
    }
}

package io.playcaller.contracts.health;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.reason.SignalKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One transition of a signal's episode. (episodeId, transition) is its identity; of two copies the higher transition wins. Whoever says
 * little of one puts it together as a {@link SignalDraft}.
 *
 * @param episodeId derived: the same replay makes the same id
 * @param transition 1 for the opening, then counting
 * @param accountId null for a data-quality signal that concerns no account
 * @param productId the product that all facts about the account and all its open contracts name; null where there is
 *     none or more than one
 * @param reason the reason that people see first
 * @param alsoReasons other reasons of the same episode
 * @param valueAtRisk ARR of the open contracts that it concerns; null when there are none
 * @param score milli-points at this transition; null where no score is involved
 * @param mergedInto the account into which this one was merged, where that ended the episode; null otherwise
 * @param more true where an open episode tells of one more ticket, milestone, theme or person than before: what was done about
 *     those was not done about this one; null otherwise
 * @param themes of its tickets that keep coming back, as the support tool classifies them; null where it is of none, and of a
 *     writer that did not say them
 */
public record SignalChanged(
        UUID episodeId,
        int transition,
        SignalState state,
        SignalKind kind,
        @Nullable String accountId,
        @Nullable String productId,
        Reason reason,
        List<Reason> alsoReasons,
        Severity severity,
        SignalOrigin origin,
        Instant openedAt,
        Instant at,
        String sentence,
        List<Evidence> evidence,
        List<Contribution> contributions,
        @Nullable Long score,
        @Nullable Money valueAtRisk,
        @Nullable AccountSnapshot account,
        String modelVersion,
        @Nullable String mergedInto,
        @Nullable Boolean more,
        @Nullable List<String> themes) {

    /** Whether it tells of one more than before. */
    public boolean ofMore() {
        return Boolean.TRUE.equals(more);
    }
}

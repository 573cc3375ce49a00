package io.playcaller.forecast.memory;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.contract.MovedDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person in charge said of a renewal: an amount, a probability or a category.
 *
 * @param renewalOn the renewal that it is about
 * @param role {@code csm} or {@code manager}
 * @param amountMinor what will be kept
 * @param renews millionths
 */
public record Judgement(
        String contractId,
        LocalDate renewalOn,
        String role,
        @Nullable Category category,
        @Nullable Long amountMinor,
        @Nullable Integer renews,
        String author,
        Instant at,
        Instant expiresAt,
        @Nullable Instant withdrawnAt) {

    public static final String CSM = "csm";
    public static final String MANAGER = "manager";

    /**
     * What a role thought of the renewal on {@code renewal} at {@code moment}: its last word by then, or nothing where that had expired,
     * was taken back or is about another renewal. A word replaces those before it for good.
     *
     * @param all of the contract, in the order in which they were said
     */
    public static Optional<Judgement> inForce(List<Judgement> all, String role, LocalDate renewal, Instant moment) {
        return all.stream()
                .filter(judgement ->
                        judgement.role().equals(role) && !judgement.at().isAfter(moment))
                .reduce((before, next) -> next.at().isBefore(before.at()) ? before : next)
                .filter(judgement -> judgement.counts(renewal, moment));
    }

    /** What stood at {@code moment} beside the model: the manager's, else the CSM's. */
    public static Optional<Judgement> last(List<Judgement> all, LocalDate renewal, Instant moment) {
        return inForce(all, MANAGER, renewal, moment).or(() -> inForce(all, CSM, renewal, moment));
    }

    private boolean counts(LocalDate renewal, Instant moment) {
        return expiresAt.isAfter(moment)
                && (withdrawnAt == null || withdrawnAt.isAfter(moment))
                && MovedDay.wordsHold(renewalOn, renewal);
    }

    /**
     * What it says will be kept of {@code arr} without growth: the amount, else the probability times the ARR, else all
     * for commit and best case and nothing for at risk and lost.
     */
    public long kept(long arr) {
        return kept(arr, amountMinor, renews, category);
    }

    /** The same of what was said of a renewal by anybody. */
    public static long kept(
            long arr, @Nullable Long amountMinor, @Nullable Integer renews, @Nullable Category category) {
        if (amountMinor != null) {
            return Math.min(amountMinor, arr);
        }
        if (renews != null) {
            return Math.round((double) renews / LogOdds.ONE * arr);
        }
        return category == Category.COMMIT || category == Category.BEST_CASE ? arr : 0;
    }
}

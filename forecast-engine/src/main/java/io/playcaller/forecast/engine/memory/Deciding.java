package io.playcaller.forecast.engine.memory;

import io.playcaller.forecast.engine.contract.ShortTerms;
import java.time.LocalDate;

/**
 * By what it is said what became of renewals.
 *
 * @param gapDays a line that is back within so many days never left
 * @param today as of which day
 */
public record Deciding(int gapDays, ShortTerms shortTerms, LocalDate today) {

    /** Whether the reactivation gap of a renewal is over: what comes later restates what became of it. */
    public boolean isClosed(LocalDate renewalOn) {
        return !today.isBefore(renewalOn.plusDays(gapDays));
    }

    /**
     * The day on which it is seen what is left of the term from {@code since} to {@code until}: at the end of the reactivation gap; of a short
     * one half a term on at the latest, where the next term has not ended, too.
     *
     * @param endedOn {@code until}, or the day before on which it ended
     */
    LocalDate seenOn(LocalDate since, LocalDate until, LocalDate endedOn) {
        int days = shortTerms.has(since, until) ? Math.min(gapDays, shortTerms.newTermDays(since, until)) : gapDays;
        return endedOn.plusDays(days);
    }
}

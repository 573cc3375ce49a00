package io.playcaller.forecast.lab.closed;

import java.time.LocalDate;

/**
 * How a term of a contract ended.
 *
 * @param startsOn from when on it could be forecast: the start of the term
 * @param on the renewal date that was ahead, however long before it the contract was closed or replaced; of one that ran on without a next
 *     term, the day on which it was over
 * @param kept what went on as a share of what was up for renewal: 0 where it was lost, above 1 where it grew. Of several contracts of
 *     an account that end, or start, within the reactivation gap of each other what went on is shared by all of them. NaN where it went on in another currency: it renewed, and no share says with how much
 */
public record Ending(String accountId, String contractId, LocalDate startsOn, LocalDate on, double kept) {

    private static final int THOUSAND = 1_000;

    public boolean renewed() {
        return kept > 0 || !isMeasured();
    }

    /** Whether what went on, if anything did, can be held against what was due. */
    public boolean isMeasured() {
        return !Double.isNaN(kept);
    }

    /** Renewed with less, by at least half a thousandth. */
    public boolean contracted() {
        return isMeasured() && renewed() && thousandths() < THOUSAND;
    }

    /** Renewed with more, by at least half a thousandth. */
    public boolean expanded() {
        return thousandths() > THOUSAND;
    }

    private long thousandths() {
        return Math.round(kept * THOUSAND);
    }
}

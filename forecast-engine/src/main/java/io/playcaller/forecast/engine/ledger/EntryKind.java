package io.playcaller.forecast.engine.ledger;

import java.util.Locale;

/** What a change of one line's revenue is, seen from the customer. */
public enum EntryKind {
    /** Of somebody who was no customer before. */
    NEW,
    /** Of somebody who had left. */
    REACTIVATION,
    /** A customer pays more. */
    EXPANSION,
    /** A customer pays more for the same. */
    UPLIFT,
    /** A customer pays less for the line. */
    CONTRACTION,
    /** The line is given up, the customer stays. */
    CHURN_PARTIAL,
    /** The customer leaves. */
    CHURN_FINAL,
    /** It goes on as it was. */
    RENEWAL;

    /** The word beside an entry, such as {@code churn-final}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

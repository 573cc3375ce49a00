package io.playcaller.forecast.engine.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a day did to one product of one account, with the postings behind it. A line that was back within the gap never left: its
 * entry stands on the day of leaving and has the postings of both days.
 *
 * @param before ARR in minor units of {@code currency} on the morning of the day
 * @param after in the evening, a gap closed
 * @param uplift the part of a gain that is price
 * @param renewed whether it was renewed on that day, under the same number or another
 * @param timing how another contract followed on the one before; null where none did
 */
public record LedgerEntry(
        String accountId,
        String product,
        LocalDate on,
        String currency,
        long before,
        long after,
        EntryKind kind,
        long uplift,
        boolean renewed,
        @Nullable RenewalTiming timing,
        List<Posting> postings) {

    static final Comparator<LedgerEntry> ORDER = Comparator.comparing(LedgerEntry::accountId)
            .thenComparing(LedgerEntry::product)
            .thenComparing(LedgerEntry::on)
            .thenComparing(LedgerEntry::currency);

    /** What changed. */
    public long delta() {
        return Math.subtractExact(after, before);
    }
}

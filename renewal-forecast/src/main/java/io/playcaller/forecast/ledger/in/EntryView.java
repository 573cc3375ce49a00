package io.playcaller.forecast.ledger.in;

import io.playcaller.forecast.engine.ledger.LedgerEntry;
import io.playcaller.forecast.engine.ledger.Posting;
import io.playcaller.forecast.engine.ledger.RenewalTiming;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of the ledger as people read it. Amounts are minor units of {@code currency}. */
public record EntryView(
        String accountId,
        String product,
        LocalDate on,
        String currency,
        String kind,
        long before,
        long delta,
        long after,
        long uplift,
        boolean renewed,
        @Nullable Renewal renewal,
        List<Line> postings) {

    /** How another contract followed on the one before; {@code days} are negative when early. */
    public record Renewal(String contractId, String next, String timing, long days) {

        static @Nullable Renewal of(@Nullable RenewalTiming timing) {
            return timing == null ? null : new Renewal(timing.contractId(), timing.next(), timing.key(), timing.days());
        }
    }

    /** One posting behind it. */
    public record Line(LocalDate on, String contractId, String lineId, long minor, String cause) {

        static Line of(Posting posting) {
            return new Line(
                    posting.on(),
                    posting.contractId(),
                    posting.lineId(),
                    posting.minor(),
                    posting.cause().key());
        }
    }

    static EntryView of(LedgerEntry entry) {
        return new EntryView(
                entry.accountId(),
                entry.product(),
                entry.on(),
                entry.currency(),
                entry.kind().key(),
                entry.before(),
                entry.delta(),
                entry.after(),
                entry.uplift(),
                entry.renewed(),
                Renewal.of(entry.timing()),
                entry.postings().stream().map(Line::of).toList());
    }
}

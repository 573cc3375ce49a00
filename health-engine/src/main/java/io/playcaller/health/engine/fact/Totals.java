package io.playcaller.health.engine.fact;

import static io.playcaller.health.engine.fact.UsageFacts.NONE;

/**
 * What is known of the whole life of an account.
 *
 * @param facts folded
 * @param firstAt the earliest time of any fact, milliseconds; {@link UsageFacts#NONE} before
 * @param newestAt the latest
 * @param firstTicketAt when the first ticket was opened
 * @param firstInvoiceDay when the first invoice was issued
 */
public record Totals(long facts, long firstAt, long newestAt, long firstTicketAt, long firstInvoiceDay) {

    static final Totals ZERO = new Totals(0, NONE, -NONE, NONE, NONE);

    Totals fact(long at) {
        return new Totals(facts + 1, Math.min(firstAt, at), Math.max(newestAt, at), firstTicketAt, firstInvoiceDay);
    }

    Totals ticket(long openedAt) {
        return new Totals(facts, firstAt, newestAt, Math.min(firstTicketAt, openedAt), firstInvoiceDay);
    }

    Totals invoice(long issuedDay) {
        return new Totals(facts, firstAt, newestAt, firstTicketAt, Math.min(firstInvoiceDay, issuedDay));
    }
}

package io.playcaller.health.engine.fact;

import static io.playcaller.health.engine.fact.UsageFacts.NONE;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the whole life of an account.
 *
 * @param facts folded
 * @param firstAt the earliest time of any fact, milliseconds, but for those of which {@link Corrections} knows;
 *     {@link UsageFacts#NONE} before
 * @param newestAt the latest of any
 * @param firstTicketAt when the first ticket was opened, but for those of which {@link Corrections} knows
 * @param firstInvoiceDay when the first invoice was issued
 * @param product that use, tickets, answers and milestones are about
 */
public record Totals(
        long facts, long firstAt, long newestAt, long firstTicketAt, long firstInvoiceDay, Product product) {

    static final Totals ZERO = new Totals(0, NONE, -NONE, NONE, NONE, Product.NONE);

    /** One more. */
    Totals fact(long at) {
        return new Totals(facts + 1, firstAt, Math.max(newestAt, at), firstTicketAt, firstInvoiceDay, product);
    }

    /** One more that cannot be taken back. */
    Totals lasting(long at) {
        return fact(at).since(at, NONE);
    }

    Totals standing(Corrections corrections) {
        return since(corrections.firstAt(), corrections.tickets().standing(corrections::gone));
    }

    private Totals since(long at, long ticketAt) {
        return new Totals(
                facts, Math.min(firstAt, at), newestAt, Math.min(firstTicketAt, ticketAt), firstInvoiceDay, product);
    }

    Totals invoice(long issuedDay) {
        return new Totals(facts, firstAt, newestAt, firstTicketAt, Math.min(firstInvoiceDay, issuedDay), product);
    }

    Totals about(@Nullable String productId) {
        Product both = product.and(Product.of(productId));
        return both.equals(product) ? this : new Totals(facts, firstAt, newestAt, firstTicketAt, firstInvoiceDay, both);
    }
}

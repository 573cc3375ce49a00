package io.playcaller.health.engine.fact;

import static io.playcaller.health.engine.fact.UsageFacts.NONE;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the whole life of an account.
 *
 * @param facts folded
 * @param firstAt the earliest time of any fact, milliseconds; {@link UsageFacts#NONE} before
 * @param newestAt the latest
 * @param firstTicketAt when the first ticket was opened
 * @param firstInvoiceDay when the first invoice was issued
 * @param product that use, tickets, answers and milestones are about
 */
public record Totals(
        long facts, long firstAt, long newestAt, long firstTicketAt, long firstInvoiceDay, Product product) {

    static final Totals ZERO = new Totals(0, NONE, -NONE, NONE, NONE, Product.NONE);

    Totals fact(long at) {
        return new Totals(
                facts + 1, Math.min(firstAt, at), Math.max(newestAt, at), firstTicketAt, firstInvoiceDay, product);
    }

    Totals ticket(long openedAt) {
        return new Totals(facts, firstAt, newestAt, Math.min(firstTicketAt, openedAt), firstInvoiceDay, product);
    }

    Totals invoice(long issuedDay) {
        return new Totals(facts, firstAt, newestAt, firstTicketAt, Math.min(firstInvoiceDay, issuedDay), product);
    }

    Totals about(@Nullable String productId) {
        Product both = product.and(Product.of(productId));
        return both.equals(product) ? this : new Totals(facts, firstAt, newestAt, firstTicketAt, firstInvoiceDay, both);
    }
}

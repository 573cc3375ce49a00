package io.playcaller.forecast.portfolio;

import io.playcaller.forecast.portfolio.Renewal.Traits;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * What a contract is to the portfolio beside its renewal ahead, which it need not have. Amounts are minor units of {@code currency}.
 *
 * @param inForce ARR today, as the ledger counts it: also of a contract without an end, and of one that is closed and still runs
 * @param ending its end is on record
 * @param decided what became of its renewals of the quarter of today and later ones, in order of their day
 */
public record Holding(
        String contractId,
        String accountId,
        String currency,
        long inForce,
        boolean ending,
        List<Decided> decided,
        Traits traits) {

    public Holding {
        decided = List.copyOf(decided);
    }

    /**
     * What became of a renewal.
     *
     * @param arr what was up for renewal
     * @param kept without growth
     * @param net with growth
     */
    public record Decided(LocalDate renewalOn, long arr, long kept, long net) {}

    /**
     * The part of a product.
     *
     * @param share its part of an amount
     */
    Holding part(String product, LongUnaryOperator share) {
        List<Decided> parts = decided.stream()
                .map(term -> new Decided(
                        term.renewalOn(),
                        share.applyAsLong(term.arr()),
                        share.applyAsLong(term.kept()),
                        share.applyAsLong(term.net())))
                .toList();
        return new Holding(
                contractId, accountId, currency, share.applyAsLong(inForce), ending, parts, traits.of(product));
    }

    /** The last renewal from a day on and before another that is decided. */
    Optional<Decided> last(LocalDate from, LocalDate end) {
        return decided.isEmpty()
                ? Optional.empty()
                : decided.stream()
                        .filter(term -> !term.renewalOn().isBefore(from)
                                && term.renewalOn().isBefore(end))
                        .max(Comparator.comparing(Decided::renewalOn));
    }

    /** Whether a renewal whose day has come is decided: the contract goes on, and is due no more. */
    boolean hasDecided(Renewal renewal, LocalDate today) {
        return !renewal.renewalOn().isAfter(today)
                && decided.stream().anyMatch(term -> term.renewalOn().equals(renewal.renewalOn()));
    }
}

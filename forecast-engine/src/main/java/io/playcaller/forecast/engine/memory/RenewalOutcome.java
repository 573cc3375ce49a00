package io.playcaller.forecast.engine.memory;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.contract.MovedDay;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import io.playcaller.forecast.engine.ledger.Posting;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of a renewal, as the contracts of its account tell. It is decided when the contract is closed, or goes on
 * with a renewal on record, or with an end half a year or more after the one that was due; an end that moved by less is a
 * moved date, and the renewal is still ahead.
 *
 * <p>Kept is what the account pays for the contract's products at the end of the reactivation gap: on the contract itself
 * and on contracts that were not yet in force on the day before the renewal. Where several contracts ended together into
 * the same successors, each is credited in proportion to what it was worth.
 *
 * @param kept minor units without growth, at most what was due
 * @param net minor units with growth
 */
public record RenewalOutcome(long kept, long net) {

    /** Whether anything is left. */
    public boolean renewed() {
        return net > 0;
    }

    /**
     * The outcome of {@code due}.
     *
     * @param account all contracts of its account
     * @param gapDays a line that is back within so many days never left
     * @return empty while it is undecided, and where there is no such contract (any more) or it is in no figure
     */
    public static Optional<RenewalOutcome> of(Due due, Collection<ContractRecord> account, int gapDays) {
        List<ContractRecord> standing =
                account.stream().filter(ContractRecord::stands).toList();
        return standing.stream()
                .filter(contract -> contract.contractId().equals(due.contractId()))
                .filter(contract -> decided(due, contract))
                .filter(contract -> ContractPostings.of(contract).usable())
                .findFirst()
                .map(contract -> {
                    long net = new Books(due, contract, standing, gapDays).kept();
                    return new RenewalOutcome(Math.min(due.arr().minor(), net), net);
                });
    }

    private static boolean decided(Due due, ContractRecord contract) {
        if (contract.closedOn() != null) {
            return true;
        }
        return MovedDay.isNewTerm(due.renewalOn(), contract.endsOn())
                || (contract.endsOn().isAfter(due.renewalOn()) && renewedInWriting(due, contract));
    }

    private static boolean renewedInWriting(Due due, ContractRecord contract) {
        return contract.movements().stream()
                .filter(movement -> movement.kind() == MovementKind.RENEWAL)
                .anyMatch(movement ->
                        Math.abs(ChronoUnit.DAYS.between(due.renewalOn(), movement.on())) < MovedDay.NEW_TERM_DAYS);
    }

    /** The postings around one renewal. */
    private static final class Books {

        private final Due due;
        private final List<Posting> own;
        private final List<List<Posting>> others = new ArrayList<>();
        private final LocalDate eve;
        private final LocalDate after;

        Books(Due due, ContractRecord contract, List<ContractRecord> account, int gapDays) {
            this.due = due;
            this.own = ContractPostings.of(contract).postings();
            this.eve = due.renewalOn().minusDays(1);
            this.after = due.renewalOn().plusDays(gapDays);
            account.stream()
                    .filter(other -> !other.contractId().equals(due.contractId()))
                    .forEach(other -> others.add(ContractPostings.of(other).postings()));
        }

        long kept() {
            Set<String> products = new TreeSet<>();
            own.forEach(posting -> products.add(posting.product()));
            return products.stream().mapToLong(this::kept).reduce(0, Math::addExact);
        }

        private long kept(String product) {
            long worth = balance(own, product, eve);
            long alsoEnded = 0;
            long successors = 0;
            for (List<Posting> other : others) {
                long before = balance(other, product, eve);
                long then = balance(other, product, after);
                if (before == 0) {
                    successors = Math.addExact(successors, then);
                } else if (then == 0) {
                    alsoEnded = Math.addExact(alsoEnded, before);
                }
            }
            long itself = balance(own, product, after);
            return Math.addExact(itself, worth > 0 ? share(successors, worth, alsoEnded) : successors);
        }

        private static long share(long amount, long worth, long others) {
            return BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(worth))
                    .divide(BigInteger.valueOf(Math.addExact(worth, others)))
                    .longValueExact();
        }

        private long balance(List<Posting> postings, String product, LocalDate day) {
            long balance = 0;
            for (Posting posting : postings) {
                if (posting.product().equals(product)
                        && posting.currency().equals(due.arr().currency())
                        && !posting.on().isAfter(day)) {
                    balance = Math.addExact(balance, posting.minor());
                }
            }
            return balance;
        }
    }
}

package io.playcaller.forecast.engine.memory;

import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.contract.MovedDay;
import io.playcaller.forecast.engine.contract.ShortTerms;
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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What became of a renewal, as the contracts of its account tell. It is decided when the contract is closed or nothing is left of it, or when
 * it goes on: with a renewal on record, or with an end half a year or more after the one that was due. An end that moved by less is a
 * moved date, and the renewal is still ahead. Terms that go on without a word are decided by {@link ShortTerms}.
 *
 * <p>Kept is what the account pays for the contract's products on the day of {@link Deciding#seenOn}: on the contract itself
 * and on contracts that were not yet in force on the day before the renewal. Where several contracts ended together into
 * the same successors, each is credited in proportion to what it was worth. It is what the ledger counts: a contract that
 * nobody closes is kept until somebody does, and then restated.
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
     * @return empty while it is undecided, and where there is no such contract (any more) or it is in no figure
     */
    public static Optional<RenewalOutcome> of(Due due, Collection<ContractRecord> account, Deciding by) {
        return of(due, account, by, contract -> decided(due, contract, by));
    }

    /** The outcome of one that was decided before: it stays decided, whatever it is by now. */
    public static Optional<RenewalOutcome> again(Due due, Collection<ContractRecord> account, Deciding by) {
        return of(due, account, by, contract -> true);
    }

    private static Optional<RenewalOutcome> of(
            Due due, Collection<ContractRecord> account, Deciding by, Predicate<ContractRecord> decided) {
        List<ContractRecord> standing =
                account.stream().filter(ContractRecord::stands).toList();
        return standing.stream()
                .filter(contract -> contract.contractId().equals(due.contractId()))
                .filter(contract -> ContractPostings.of(contract).usable())
                .filter(decided)
                .findFirst()
                .map(contract -> {
                    long net = new Books(due, contract, standing, by).kept();
                    return new RenewalOutcome(Math.min(due.arr().minor(), net), net);
                });
    }

    private static boolean decided(Due due, ContractRecord contract, Deciding by) {
        boolean over = contract.closedOn() != null || !contract.startsOn().isBefore(due.renewalOn());
        if (over || ContractPostings.of(contract).arrOn(due.renewalOn()) == 0) {
            return true;
        }
        LocalDate since = since(due, contract);
        int newTerm = by.shortTerms().newTermDays(since, due.renewalOn());
        long moved = ChronoUnit.DAYS.between(due.renewalOn(), contract.endsOn());
        if (moved > 0) {
            return moved >= newTerm || renewedInWriting(due, contract, newTerm);
        }
        return moved == 0
                && by.shortTerms().has(since, due.renewalOn())
                && !by.today().isBefore(due.renewalOn().plusDays(by.shortTerms().grace()));
    }

    private static boolean renewedInWriting(Due due, ContractRecord contract, int within) {
        return renewals(contract).anyMatch(day -> Math.abs(ChronoUnit.DAYS.between(due.renewalOn(), day)) < within);
    }

    /** When the term began: with the last renewal before it, of which the register or the forecasts told, else with the contract. */
    private static LocalDate since(Due due, ContractRecord contract) {
        LocalDate latest = due.renewalOn().minusDays(MovedDay.WORDS_HOLD_DAYS);
        return Stream.concat(renewals(contract), Stream.ofNullable(due.since()))
                .filter(day -> day.isBefore(latest))
                .reduce(contract.startsOn(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private static Stream<LocalDate> renewals(ContractRecord contract) {
        return contract.movements().stream()
                .filter(movement -> movement.kind() == MovementKind.RENEWAL)
                .map(ContractMovement::on);
    }

    /** The postings around one renewal. */
    private static final class Books {

        private final Due due;
        private final List<Posting> own;
        private final List<List<Posting>> others = new ArrayList<>();
        private final LocalDate eve;
        private final LocalDate after;

        Books(Due due, ContractRecord contract, List<ContractRecord> account, Deciding by) {
            this.due = due;
            this.own = ContractPostings.of(contract).postings();
            this.eve = due.renewalOn().minusDays(1);
            this.after = by.seenOn(since(due, contract), due.renewalOn());
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

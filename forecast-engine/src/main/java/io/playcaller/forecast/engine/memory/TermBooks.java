package io.playcaller.forecast.engine.memory;

import io.playcaller.forecast.engine.ledger.ContractPostings;
import io.playcaller.forecast.engine.ledger.Posting;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The postings of an account around the end of a term. What a successor is worth is handed out to the contract that it replaces before
 * all others; the rest to all that ended, in proportion.
 *
 * @param eve the day before it ended
 * @param seenOn the day on which it is seen what is left
 */
record TermBooks(String currency, LocalDate eve, LocalDate seenOn) {

    /** What is left of a contract's products, in minor units. */
    long kept(ContractPostings contract, List<ContractPostings> account) {
        List<ContractPostings> others = account.stream()
                .filter(other -> !other.contract()
                        .contractId()
                        .equals(contract.contract().contractId()))
                .toList();
        Set<String> products = new TreeSet<>();
        contract.postings().forEach(posting -> products.add(posting.product()));
        return products.stream()
                .mapToLong(product -> kept(product, contract, others))
                .reduce(0, Math::addExact);
    }

    private long kept(String product, ContractPostings contract, List<ContractPostings> others) {
        long named = named(product, contract, others);
        long worth = balance(contract, product, eve);
        long ended = worth;
        long unmet = Math.subtractExact(worth, named);
        long free = -named;
        for (ContractPostings other : others) {
            long before = balance(other, product, eve);
            long then = balance(other, product, seenOn);
            long taken = named(product, other, others);
            free = Math.subtractExact(free, taken);
            if (before == 0) {
                free = Math.addExact(free, then);
            } else if (then == 0) {
                ended = Math.addExact(ended, before);
                unmet = Math.addExact(unmet, Math.subtractExact(before, taken));
            }
        }
        long goesOn = Math.addExact(balance(contract, product, seenOn), named);
        Part missing = new Part(Math.subtractExact(worth, named), unmet);
        return Math.addExact(goesOn, worth > 0 ? share(free, missing, new Part(worth, ended)) : free);
    }

    /** What is handed out to {@code contract} before all others, because a successor names it: at most what it was worth at its end. */
    private long named(String product, ContractPostings contract, List<ContractPostings> others) {
        LocalDate gone = contract.goneBy(eve.plusDays(1));
        LocalDate latest = gone.plusDays(ChronoUnit.DAYS.between(eve.plusDays(1), seenOn));
        long successors = others.stream()
                .filter(other -> other.follows(contract))
                .filter(other -> !other.contract().startsOn().isAfter(latest))
                .filter(other -> balance(other, product, eve) == 0)
                .mapToLong(other -> balance(other, product, seenOn))
                .reduce(0, Math::addExact);
        return Math.min(successors, balance(contract, product, gone.minusDays(1)));
    }

    /** Of what no contract is named for, each has what it misses; what is more is growth, and shared by worth. */
    private static long share(long free, Part missing, Part worth) {
        return free <= missing.all()
                ? missing.of(free)
                : Math.addExact(missing.mine(), worth.of(Math.subtractExact(free, missing.all())));
    }

    /** What is one contract's of an amount that several have a part in. */
    private record Part(long mine, long all) {

        long of(long amount) {
            return amount == 0
                    ? 0
                    : BigInteger.valueOf(amount)
                            .multiply(BigInteger.valueOf(mine))
                            .divide(BigInteger.valueOf(all))
                            .longValueExact();
        }
    }

    private long balance(ContractPostings contract, String product, LocalDate day) {
        long balance = 0;
        for (Posting posting : contract.postings()) {
            if (posting.product().equals(product)
                    && posting.currency().equals(currency)
                    && !posting.on().isAfter(day)) {
                balance = Math.addExact(balance, posting.minor());
            }
        }
        return balance;
    }
}

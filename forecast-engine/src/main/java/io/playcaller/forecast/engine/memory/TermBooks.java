package io.playcaller.forecast.engine.memory;

import io.playcaller.forecast.engine.ledger.ContractPostings;
import io.playcaller.forecast.engine.ledger.Posting;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The postings of an account around the end of a term.
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
        long worth = balance(contract, product, eve);
        long alsoEnded = 0;
        long successors = 0;
        for (ContractPostings other : others) {
            long before = balance(other, product, eve);
            long then = balance(other, product, seenOn);
            if (before == 0) {
                successors = Math.addExact(successors, then);
            } else if (then == 0) {
                alsoEnded = Math.addExact(alsoEnded, before);
            }
        }
        long itself = balance(contract, product, seenOn);
        return Math.addExact(itself, worth > 0 ? share(successors, worth, alsoEnded) : successors);
    }

    private static long share(long amount, long worth, long others) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(worth))
                .divide(BigInteger.valueOf(Math.addExact(worth, others)))
                .longValueExact();
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

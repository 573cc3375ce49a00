package io.playcaller.forecast.engine.memory;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What became of a renewal, as the contracts of its account tell. It is decided when the contract is closed or nothing is left of it, or when
 * it goes on: in another contract that {@code replaces} it, in its next term where it renews by itself
 * ({@link ContractRecord#termOn}), with a renewal on record, or with an end half a year or more after the one that was due. An end that moved
 * by less is a moved date, and the renewal is still ahead. Short terms that go on without a word are decided by
 * {@link io.playcaller.forecast.engine.contract.ShortTerms}.
 *
 * <p>Kept is what the customer pays for the contract's products on the day of {@link Deciding#seenOn}: on the contract itself
 * and on contracts that were not yet in force on the day before the term ended. Where several contracts ended together into
 * the same successors, each is credited in proportion to what it was worth. It is what the ledger counts: a contract that
 * nobody closes is kept until somebody does, and then restated. A term ends with its renewal; where the contract was let go or replaced
 * before, on that day.
 *
 * <p><b>A loss is counted once, in the term in which it came.</b> Where nothing was left any more when the term before was seen, that one has
 * lost it, and this one never began.
 *
 * @param kept minor units without growth, at most what was due
 * @param net minor units with growth
 * @param began false where there was no such term: it is in no figure
 */
public record RenewalOutcome(long kept, long net, boolean began) {

    private static final RenewalOutcome NEVER_BEGAN = new RenewalOutcome(0, 0, false);

    /** That of a term that there was. */
    public RenewalOutcome(long kept, long net) {
        this(kept, net, true);
    }

    /** Whether anything is left. */
    public boolean renewed() {
        return net > 0;
    }

    /**
     * The outcome of {@code due}.
     *
     * @param account all contracts of its account, and of those that are merged with it
     * @return empty while it is undecided, and where there is no such contract (any more) or it is in no figure
     */
    public static Optional<RenewalOutcome> of(Due due, Collection<ContractRecord> account, Deciding by) {
        return of(due, account, by, contract -> new RenewedTerm(due, contract, by).isDecided());
    }

    /** The outcome of one that was decided before: it stays decided, whatever it is by now. */
    public static Optional<RenewalOutcome> again(Due due, Collection<ContractRecord> account, Deciding by) {
        return of(due, account, by, contract -> true);
    }

    private static Optional<RenewalOutcome> of(
            Due due, Collection<ContractRecord> account, Deciding by, Predicate<ContractPostings> decided) {
        List<ContractPostings> all = ContractPostings.of(
                account.stream().filter(ContractRecord::stands).toList());
        return all.stream()
                .filter(contract -> contract.contract().contractId().equals(due.contractId()))
                .filter(ContractPostings::usable)
                .filter(decided)
                .findFirst()
                .map(contract -> of(new RenewedTerm(due, contract, by), all));
    }

    private static RenewalOutcome of(RenewedTerm term, List<ContractPostings> account) {
        if (!term.began()) {
            return NEVER_BEGAN;
        }
        LocalDate eve = term.endedOn().minusDays(1);
        long net = new TermBooks(term.due().arr().currency(), eve, term.seenOn()).kept(term.contract(), account);
        return new RenewalOutcome(Math.min(term.due().arr().minor(), net), net);
    }
}

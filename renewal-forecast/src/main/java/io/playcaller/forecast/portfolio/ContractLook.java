package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.contract.MovedDay;
import io.playcaller.forecast.engine.contract.Terms;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import io.playcaller.forecast.engine.memory.Deciding;
import io.playcaller.forecast.engine.memory.Due;
import io.playcaller.forecast.engine.memory.RenewalOutcome;
import io.playcaller.forecast.portfolio.ContractBook.Ahead;
import io.playcaller.forecast.portfolio.ContractBook.Term;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A look at a contract.
 *
 * @param contract as the ledger reads it among the others of its account
 * @param ahead what it is forecast for now; null where it is not
 * @param account all contracts of its account
 */
public record ContractLook(
        ContractPostings contract, @Nullable Terms ahead, Collection<ContractRecord> account, Deciding by) {

    /** What became of a renewal that was decided before; empty where it is in no figure any more. */
    Stream<Term> restated(Term term) {
        Due due = term.due(contractId());
        return RenewalOutcome.again(due, account, by).filter(RenewalOutcome::began).stream()
                .map(outcome -> Term.of(due, outcome));
    }

    /**
     * What became of a renewal; empty while it is undecided.
     *
     * @param before those of the contract that are decided: how long the term was
     */
    Optional<Term> decided(Ahead renewal, List<Term> before) {
        Term last = before.stream()
                .filter(term -> term.renewalOn().isBefore(renewal.renewalOn().minusDays(MovedDay.WORDS_HOLD_DAYS)))
                .max(Comparator.comparing(Term::renewalOn))
                .orElse(null);
        Due due = new Due(
                contractId(),
                renewal.renewalOn(),
                renewal.arr(),
                last == null ? null : last.renewalOn(),
                last == null ? null : last.since());
        return RenewalOutcome.of(due, account, by).filter(RenewalOutcome::began).map(outcome -> Term.of(due, outcome));
    }

    private String contractId() {
        return contract.contract().contractId();
    }
}

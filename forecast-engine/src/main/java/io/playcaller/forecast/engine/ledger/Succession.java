package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Code;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Treatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which contract goes on from which, as far as contracts say so. One that is replaced ends where the other starts: renewed early,
 * or drawn to the end of another contract, it is counted once.
 */
final class Succession {

    private final Map<String, ContractRecord> contracts = new TreeMap<>();
    private final Map<String, LocalDate> replacedOn = new HashMap<>();
    private final Map<String, String> predecessors = new HashMap<>();
    private final List<LedgerProblem> problems = new ArrayList<>();

    private Succession() {}

    static Succession of(Collection<ContractRecord> all, AccountTree tree) {
        Succession succession = new Succession();
        all.forEach(contract -> succession.contracts.put(contract.contractId(), contract));
        succession.contracts.values().stream()
                .filter(contract -> contract.replaces() != null
                        && ContractChecks.of(contract).stream()
                                .noneMatch(problem -> problem.treatment() == Treatment.REFUSED))
                .forEach(contract -> succession.replace(contract, String.valueOf(contract.replaces()), tree));
        return succession;
    }

    /** The postings of each contract, in order of their ids. */
    List<ContractPostings> postings() {
        return contracts.values().stream()
                .map(contract -> ContractPostings.of(
                        contract, replacedOn(contract.contractId()), predecessors.get(contract.contractId())))
                .toList();
    }

    /** The day from which another contract stands in its place; null where none does before its end. */
    @Nullable
    LocalDate replacedOn(String contractId) {
        return replacedOn.get(contractId);
    }

    /** How the second contract followed on the first; empty where they are one. */
    Optional<RenewalTiming> timing(String contractId, String next) {
        ContractRecord first = contracts.get(contractId);
        ContractRecord second = contracts.get(next);
        return first == null || second == null || contractId.equals(next)
                ? Optional.empty()
                : Optional.of(RenewalTiming.between(first, second));
    }

    /** What contracts say of others that cannot be, or had to be repaired. */
    List<LedgerProblem> problems() {
        return problems;
    }

    private void replace(ContractRecord next, String id, AccountTree tree) {
        ContractRecord old = contracts.get(id);
        boolean known = old != null
                && tree.account(old.accountId()).equals(tree.account(next.accountId()))
                && old.startsOn().isBefore(next.startsOn());
        if (!known || old == null) {
            String detail = "it replaces " + id + ", which is no earlier contract of " + next.accountId()
                    + "; it counts as it stands";
            problems.add(ContractChecks.problem(next, Code.REPLACES_UNKNOWN, Treatment.COUNTED, detail));
            return;
        }
        predecessors.put(next.contractId(), id);
        if (next.startsOn().isBefore(old.endsOn()) || old.closedOn() == null) {
            replacedOn.merge(id, next.startsOn(), (a, b) -> a.isBefore(b) ? a : b);
        }
        if (next.startsOn().isBefore(old.endsOn())) {
            String detail = next.contractId() + " stands in its place from " + next.startsOn() + ", it ends on "
                    + old.endsOn() + "; it is counted until then";
            problems.add(ContractChecks.problem(old, Code.REPLACED_EARLY, Treatment.REPAIRED, detail));
        }
    }
}

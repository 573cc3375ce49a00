package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Code;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Treatment;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which contract goes on from which, as far as contracts say so. One that is replaced ends where the other starts: renewed early,
 * or drawn to the end of another contract, it is counted once. So is one that ran on until it was closed about when another began that goes
 * on from it without a word: nobody pays for both, though neither says what became of it.
 */
public final class Succession {

    /** So many days before the end of a contract one starts at the earliest that goes on from it without a word. */
    private static final int EARLY_DAYS = 30;

    /** Whatever stands in the place of a contract starts later. */
    private static final Comparator<ContractRecord> LAST_FIRST =
            Comparator.comparing(ContractRecord::startsOn).reversed().thenComparing(ContractRecord::contractId);

    private final Map<String, ContractRecord> contracts = new TreeMap<>();
    private final Map<String, LocalDate> replacedOn = new HashMap<>();
    private final Map<String, String> predecessors = new HashMap<>();
    private final List<LedgerProblem> problems = new ArrayList<>();

    private Succession() {}

    static Succession of(Collection<ContractRecord> all, AccountTree tree) {
        Succession succession = new Succession();
        all.forEach(contract -> succession.contracts.put(contract.contractId(), contract));
        Map<String, List<ContractRecord>> byCustomer = succession.contracts.values().stream()
                .collect(Collectors.groupingBy(contract -> tree.account(contract.accountId())));
        succession.contracts.values().stream()
                .sorted(LAST_FIRST)
                .forEach(contract -> succession.settle(
                        contract, byCustomer.getOrDefault(tree.account(contract.accountId()), List.of()), tree));
        return succession;
    }

    /** Says of a contract where it ends, and then what it replaces. All that start later are settled. */
    private void settle(ContractRecord contract, List<ContractRecord> customer, AccountTree tree) {
        follow(contract, customer);
        String replaced = contract.replaces();
        if (replaced != null && counts(contract)) {
            replace(contract, replaced, tree);
        }
    }

    /**
     * Whether {@code next} goes on from {@code old} without a word of it: it begins later, at most 30 days before the end of the old one, of
     * one that ran on before the day on which that was closed, and at most {@code gapDays} after it; and it sells one of its products, as
     * far as lines say what they sell.
     *
     * @param gapDays who is back within so many days never left
     */
    public static boolean goesOn(ContractRecord next, ContractRecord old, int gapDays) {
        LocalDate overOn = old.overOn();
        long after = ChronoUnit.DAYS.between(overOn == null ? old.endsOn() : overOn, next.startsOn());
        return !next.contractId().equals(old.contractId())
                && next.startsOn().isAfter(old.startsOn())
                && after >= -EARLY_DAYS
                && after <= gapDays
                && (next.lines().isEmpty()
                        || old.lines().isEmpty()
                        || !Collections.disjoint(products(next), products(old)));
    }

    private static Set<String> products(ContractRecord contract) {
        return contract.lines().stream().map(ContractLine::productId).collect(Collectors.toSet());
    }

    /** Whether it is in any figure; only that may stand in the place of another. */
    private boolean counts(ContractRecord contract) {
        return ContractPostings.of(contract, replacedOn(contract.contractId()), null)
                .usable();
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
        LocalDate overOn = old.overOn();
        if (overOn == null || next.startsOn().isBefore(overOn)) {
            replacedOn.merge(id, next.startsOn(), Succession::earlier);
        }
        if (next.startsOn().isBefore(old.endsOn())) {
            String detail = next.contractId() + " stands in its place from " + next.startsOn() + ", it ends on "
                    + old.endsOn() + "; it is counted until then";
            problems.add(ContractChecks.problem(old, Code.REPLACED_EARLY, Treatment.REPAIRED, detail));
        }
    }

    /** What begins after the end leaves nothing to be counted twice: the gap does not matter here. */
    private void follow(ContractRecord old, List<ContractRecord> customer) {
        LocalDate overOn = old.overOn();
        if (overOn == null || !overOn.isAfter(old.endsOn())) {
            return;
        }
        customer.stream()
                .filter(next -> next.replaces() == null && goesOn(next, old, 0))
                .filter(this::counts)
                .map(next -> next.startsOn().isBefore(old.endsOn()) ? old.endsOn() : next.startsOn())
                .filter(day -> day.isBefore(overOn))
                .forEach(day -> replacedOn.merge(old.contractId(), day, Succession::earlier));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}

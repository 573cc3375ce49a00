package io.playcaller.forecast.engine.credit;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What must be posted so that the ledger credits the movements of a contract as they stand now. A movement whose credit is
 * right already gets nothing; one whose amount, division or policy changed has all its standing entries taken back and is
 * credited anew; one that is gone is taken back. Owners that are told otherwise later move nothing by themselves.
 *
 * @param entries to post, in order
 * @param open movements that nobody can be credited for, each with why; their entries of before stand
 */
public record CreditDue(List<CreditEntry> entries, List<String> open) {

    /**
     * What is due for a contract.
     *
     * @param posted all entries of the contract, in the order of their numbers
     */
    public static CreditDue of(ContractRecord contract, CreditBooks books, List<CreditEntry> posted) {
        ContractPostings ledger = ContractPostings.alone(contract);
        if (contract.stands() && !ledger.usable()) {
            return new CreditDue(List.of(), List.of("the ledger refuses contract " + contract.contractId()));
        }
        Map<String, List<CreditEntry>> byMovement = new LinkedHashMap<>();
        posted.forEach(entry -> byMovement
                .computeIfAbsent(entry.movementId(), none -> new ArrayList<>())
                .add(entry));
        CreditDue due = new CreditDue(new ArrayList<>(), new ArrayList<>());
        List<ContractMovement> movements = movements(contract);
        CreditedAmounts amounts = new CreditedAmounts(ledger, movements);
        for (ContractMovement movement : movements) {
            List<CreditEntry> before = byMovement.remove(movement.movementId());
            due.credit(movement, amounts, books, before == null ? List.of() : before);
        }
        byMovement.values().forEach(gone -> due.post(gone, List.of(), "the movement is no more"));
        return new CreditDue(List.copyOf(due.entries), List.copyOf(due.open));
    }

    /** Each movement once, the first of its id. */
    private static List<ContractMovement> movements(ContractRecord contract) {
        Set<String> seen = new HashSet<>();
        return contract.stands()
                ? contract.movements().stream()
                        .filter(movement -> seen.add(movement.movementId()))
                        .toList()
                : List.of();
    }

    private void credit(
            ContractMovement movement, CreditedAmounts amounts, CreditBooks books, List<CreditEntry> before) {
        Optional<CreditPolicy> policy = books.policy(movement.on());
        Optional<CreditRule> rule = policy.flatMap(known -> known.rule(movement.kind()));
        if (rule.isEmpty() || amounts.of(movement).minor() == 0) {
            post(before, List.of(), "no credit is due for it");
            return;
        }
        Optional<CreditDivision> division = CreditDivision.of(movement, policy.get(), rule.get(), books);
        if (division.isEmpty()) {
            open.add("nobody holds " + String.join(", ", rule.get().usual().keySet()) + " on " + movement.on()
                    + " for movement " + movement.movementId()
                    + CreditDivision.refusal(movement, policy.get(), rule.get(), books)
                            .map(why -> "; " + why)
                            .orElse(""));
            return;
        }
        post(
                before,
                lines(movement, amounts, division.get(), policy.get().version()),
                division.get().because());
    }

    private static List<CreditEntry> lines(
            ContractMovement movement, CreditedAmounts credited, CreditDivision division, String version) {
        List<CreditShare> shares = division.shares();
        List<Money> amounts = CreditAmounts.of(credited.of(movement), shares);
        List<CreditEntry> lines = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            lines.add(new CreditEntry(
                    credited.ledger().contract().contractId(),
                    movement.movementId(),
                    0,
                    movement.kind(),
                    movement.on(),
                    shares.get(i),
                    amounts.get(i),
                    version,
                    division.splitId(),
                    null,
                    division.because()));
        }
        return lines;
    }

    private void post(List<CreditEntry> before, List<CreditEntry> lines, String why) {
        List<CreditEntry> standing = standing(before);
        boolean right = standing.size() == lines.size()
                && standing.stream().allMatch(old -> lines.stream().anyMatch(old::creditsLike));
        if (right) {
            return;
        }
        int next = before.size();
        for (CreditEntry old : standing) {
            entries.add(old.takenBack(++next, "taken back: " + why));
        }
        for (CreditEntry line : lines) {
            entries.add(line.numbered(++next));
        }
    }

    private static List<CreditEntry> standing(List<CreditEntry> before) {
        Map<Integer, CreditEntry> standing = new HashMap<>();
        before.forEach(entry -> standing.put(entry.number(), entry));
        before.stream().map(CreditEntry::reverses).filter(Objects::nonNull).forEach(standing::remove);
        return before.stream()
                .filter(entry -> entry.reverses() == null && standing.containsKey(entry.number()))
                .toList();
    }
}

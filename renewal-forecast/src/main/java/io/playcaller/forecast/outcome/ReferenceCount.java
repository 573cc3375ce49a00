package io.playcaller.forecast.outcome;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.Reference;
import io.playcaller.contracts.register.ReferenceKind;
import io.playcaller.contracts.register.ReferencesRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that may be named to others on a day.
 *
 * @param accounts with at least one reference in force, while they are customers
 * @param customers accounts with a contract on that day
 * @param byKind how many lend their name to what
 */
public record ReferenceCount(
        LocalDate day,
        String definition,
        String grain,
        int accounts,
        int customers,
        Map<ReferenceKind, Integer> byKind,
        List<Named> items,
        @Nullable String next) {

    private static final String DEFINITION =
            "accounts with a contract on the day and at least one reference that may be used on it";

    /** An account and what it lends its name to. */
    public record Named(String accountId, List<ReferenceKind> kinds) {}

    public static ReferenceCount of(
            Collection<ReferencesRecord> references, Collection<ContractRecord> contracts, LocalDate day) {
        Set<String> customers = new HashSet<>();
        contracts.stream()
                .filter(contract -> contract.stands() && runs(contract, day))
                .forEach(contract -> customers.add(contract.accountId()));
        Map<ReferenceKind, Integer> byKind = new TreeMap<>();
        List<Named> named = new ArrayList<>();
        for (ReferencesRecord told : references) {
            List<ReferenceKind> kinds = told.references().stream()
                    .filter(reference -> inForce(reference, day))
                    .map(Reference::kind)
                    .distinct()
                    .sorted()
                    .toList();
            if (!kinds.isEmpty() && customers.contains(told.accountId())) {
                kinds.forEach(kind -> byKind.merge(kind, 1, Integer::sum));
                named.add(new Named(told.accountId(), kinds));
            }
        }
        return new ReferenceCount(
                day, DEFINITION, "account", named.size(), customers.size(), byKind, List.copyOf(named), null);
    }

    /** An open contract past its end goes on until somebody says otherwise, as in the ledger. */
    private static boolean runs(ContractRecord contract, LocalDate day) {
        LocalDate over = contract.overOn();
        return !contract.startsOn().isAfter(day) && (over == null || over.isAfter(day));
    }

    private static boolean inForce(Reference reference, LocalDate day) {
        LocalDate until = reference.until();
        return !reference.from().isAfter(day) && (until == null || until.isAfter(day));
    }
}

package io.playcaller.forecast.outcome;

import io.playcaller.contracts.register.Reference;
import io.playcaller.contracts.register.ReferenceKind;
import io.playcaller.contracts.register.ReferencesRecord;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
            "accounts with a contract on the day and at least one reference that may be used on it, what is merged as one";

    /** An account and what it lends its name to. */
    public record Named(String accountId, List<ReferenceKind> kinds) {}

    /** Accounts that are merged are one, which lends its name as any of them does. */
    public static ReferenceCount of(Collection<ReferencesRecord> references, CustomerContracts known, LocalDate day) {
        Set<String> customers = Customers.on(known, day);
        Map<String, NavigableSet<ReferenceKind>> kinds = new TreeMap<>();
        for (ReferencesRecord told : references) {
            String customer = known.accounts().account(told.accountId());
            told.references().stream()
                    .filter(reference -> customers.contains(customer) && inForce(reference, day))
                    .forEach(reference -> kinds.computeIfAbsent(customer, none -> new TreeSet<>())
                            .add(reference.kind()));
        }
        Map<ReferenceKind, Integer> byKind = new TreeMap<>();
        kinds.values().forEach(lent -> lent.forEach(kind -> byKind.merge(kind, 1, Integer::sum)));
        List<Named> named = kinds.entrySet().stream()
                .map(lent -> new Named(lent.getKey(), List.copyOf(lent.getValue())))
                .toList();
        return new ReferenceCount(day, DEFINITION, "account", named.size(), customers.size(), byKind, named, null);
    }

    private static boolean inForce(Reference reference, LocalDate day) {
        LocalDate until = reference.until();
        return !reference.from().isAfter(day) && (until == null || until.isAfter(day));
    }
}

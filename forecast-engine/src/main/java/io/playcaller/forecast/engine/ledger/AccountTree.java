package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.register.ParentLink;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which account another one is part of. Parents are dated; a merge holds for all days, as long as it is not undone. */
public final class AccountTree {

    private final Map<String, List<ParentLink>> parents;
    private final Map<String, String> mergedInto;

    /**
     * @param parents of an account, dated
     * @param mergedInto of an account that is merged into another now
     */
    public AccountTree(Map<String, List<ParentLink>> parents, Map<String, String> mergedInto) {
        this.parents = Map.copyOf(parents);
        this.mergedInto = Map.copyOf(mergedInto);
    }

    /** One in which every account stands for itself. */
    public static AccountTree flat() {
        return new AccountTree(Map.of(), Map.of());
    }

    /** One in which all these accounts are one. */
    public static AccountTree ofOne(Collection<String> accountIds) {
        Map<String, String> mergedInto = new HashMap<>();
        String into = accountIds.stream().min(Comparator.naturalOrder()).orElse("");
        accountIds.stream().filter(account -> !account.equals(into)).forEach(account -> mergedInto.put(account, into));
        return new AccountTree(Map.of(), mergedInto);
    }

    /** These accounts, and all that are one with any of them by merges. */
    public NavigableSet<String> together(Collection<String> accountIds) {
        Set<String> ones = accountIds.stream().map(this::account).collect(Collectors.toSet());
        NavigableSet<String> together = new TreeSet<>(accountIds);
        together.addAll(ones);
        mergedInto.keySet().stream()
                .filter(account -> ones.contains(account(account)))
                .forEach(together::add);
        return together;
    }

    /** The account itself, or the one that it was merged into. */
    public String account(String accountId) {
        Set<String> seen = new HashSet<>();
        String account = accountId;
        while (seen.add(account) && mergedInto.containsKey(account)) {
            account = mergedInto.get(account);
        }
        return account;
    }

    /** Of each account that is merged into another now, the one that it is. */
    public Map<String, String> merged() {
        return mergedInto.keySet().stream().collect(Collectors.toMap(account -> account, this::account));
    }

    /** The topmost parent on a day; the account itself where it has none. A circle ends where it began to repeat. */
    public String top(String accountId, LocalDate day) {
        Set<String> seen = new HashSet<>();
        String account = account(accountId);
        while (seen.add(account)) {
            Optional<String> parent = parent(account, day);
            if (parent.isEmpty() || seen.contains(account(parent.get()))) {
                return account;
            }
            account = account(parent.get());
        }
        return account;
    }

    private Optional<String> parent(String account, LocalDate day) {
        return parents.getOrDefault(account, List.of()).stream()
                .filter(link -> !day.isBefore(link.from()) && (link.until() == null || day.isBefore(link.until())))
                .map(ParentLink::parentId)
                .findFirst();
    }
}

package io.playcaller.ingest.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Accounts that were merged into others: what is accepted for them goes to those.
 *
 * @param into by account, each to the one at the end of its chain
 */
public record MergedAccounts(Map<String, String> into) {

    public static final MergedAccounts NONE = new MergedAccounts(Map.of());

    public MergedAccounts {
        into = Map.copyOf(into);
    }

    /** @param merges by account, each to the one that it was merged into; no circles */
    public static MergedAccounts following(Map<String, String> merges) {
        Map<String, String> ends = new HashMap<>();
        merges.keySet().forEach(account -> ends.put(account, end(merges, account)));
        return new MergedAccounts(ends);
    }

    private static String end(Map<String, String> merges, String account) {
        Set<String> passed = new HashSet<>();
        String end = account;
        while (merges.containsKey(end) && passed.add(end)) {
            end = merges.get(end);
        }
        return end;
    }

    /** The account that takes what is accepted for this one: mostly itself. */
    public String of(String accountId) {
        return into.getOrDefault(accountId, accountId);
    }
}

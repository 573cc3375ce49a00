package io.playcaller.bench.peer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When time next matters to each account of a partition; rebuilt from the states when a partition is taken over. */
final class Due {

    private record Entry(Instant at, String accountId) {}

    private final Map<String, Entry> byAccount = new HashMap<>();
    private final NavigableSet<Entry> byTime =
            new TreeSet<>(Comparator.comparing(Entry::at).thenComparing(Entry::accountId));

    /** @param at null when time alone changes nothing */
    void set(String accountId, @Nullable Instant at) {
        Entry before = byAccount.remove(accountId);
        if (before != null) {
            byTime.remove(before);
        }
        if (at != null) {
            Entry entry = new Entry(at, accountId);
            byAccount.put(accountId, entry);
            byTime.add(entry);
        }
    }

    /** Accounts for which time matters at or before {@code now}, earliest first. */
    List<String> at(Instant now) {
        List<String> due = new ArrayList<>();
        for (Entry entry : byTime) {
            if (entry.at().isAfter(now)) {
                break;
            }
            due.add(entry.accountId());
        }
        return due;
    }
}

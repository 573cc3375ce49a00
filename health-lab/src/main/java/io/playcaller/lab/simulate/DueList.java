package io.playcaller.lab.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When time next matters to each account. Mutable. */
final class DueList {

    private record Due(Instant at, String account) {}

    private final Map<String, Due> byAccount = new HashMap<>();
    private final TreeSet<Due> byTime =
            new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::account));

    void set(String account, @Nullable Instant at) {
        Due before = byAccount.remove(account);
        if (before != null) {
            byTime.remove(before);
        }
        if (at != null) {
            Due due = new Due(at, account);
            byAccount.put(account, due);
            byTime.add(due);
        }
    }

    List<String> at(Instant now) {
        List<String> due = new ArrayList<>();
        for (Due next : byTime) {
            if (next.at().isAfter(now)) {
                break;
            }
            due.add(next.account());
        }
        return due;
    }
}

package io.playcaller.health.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When time next matters to each account of a partition. */
public final class Boundaries {

    /** An account and the log time at which it wants to be advanced. */
    record Boundary(String accountId, Instant at) {}

    private final Map<String, Boundary> byAccount = new HashMap<>();
    private final NavigableSet<Boundary> byTime =
            new TreeSet<>(Comparator.comparing(Boundary::at).thenComparing(Boundary::accountId));

    /** The account's next boundary; null when time alone will change nothing. */
    public void set(String accountId, @Nullable Instant at) {
        Boundary before = byAccount.remove(accountId);
        if (before != null) {
            byTime.remove(before);
        }
        if (at != null) {
            Boundary boundary = new Boundary(accountId, at);
            byAccount.put(accountId, boundary);
            byTime.add(boundary);
        }
    }

    /** Accounts whose boundary is at or before {@code now}, earliest first. */
    public List<String> due(Instant now) {
        List<String> due = new ArrayList<>();
        for (Boundary boundary : byTime) {
            if (boundary.at().isAfter(now)) {
                break;
            }
            due.add(boundary.accountId());
        }
        return due;
    }
}

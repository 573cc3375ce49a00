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

    /** An account and the log time at which it wants to be advanced, in milliseconds as its state has it. */
    private record Boundary(String accountId, long at) {}

    private final Map<String, Boundary> byAccount = new HashMap<>();
    private final NavigableSet<Boundary> byTime =
            new TreeSet<>(Comparator.comparingLong(Boundary::at).thenComparing(Boundary::accountId));

    /** The account's next boundary; null when time alone will change nothing. */
    public void set(String accountId, @Nullable Instant at) {
        if (at == null) {
            forget(byAccount.remove(accountId));
        } else {
            set(accountId, at.toEpochMilli());
        }
    }

    /** Most facts move none. */
    private void set(String accountId, long at) {
        Boundary before = byAccount.get(accountId);
        if (before == null || before.at() != at) {
            Boundary boundary = new Boundary(before == null ? accountId : before.accountId(), at);
            forget(byAccount.put(boundary.accountId(), boundary));
            byTime.add(boundary);
        }
    }

    private void forget(@Nullable Boundary before) {
        if (before != null) {
            byTime.remove(before);
        }
    }

    /** Accounts whose boundary is at or before {@code now}, earliest first. */
    public List<String> due(Instant now) {
        List<String> due = new ArrayList<>();
        long until = now.toEpochMilli();
        for (Boundary boundary : byTime) {
            if (boundary.at() > until) {
                break;
            }
            due.add(boundary.accountId());
        }
        return due;
    }
}

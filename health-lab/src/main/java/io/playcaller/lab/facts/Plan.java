package io.playcaller.lab.facts;

import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.lab.rows.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an account is expected to do, and what it did of that, as its rows say. */
final class Plan {

    /** A milestone as it stood from {@code at} on. */
    record Told(Instant at, long line, MilestoneChanged milestone) {}

    private record Due(Instant at, Instant known, long line) {}

    private final Map<String, List<Due>> due = new TreeMap<>();
    private final Map<String, List<Instant>> reached = new TreeMap<>();
    private @Nullable Instant first;

    /** Rows come in the order of time. */
    void due(Making.MilestoneDue making, Row row) {
        Instant at = row.endsAt().equals(row.at()) ? row.at() : row.endsAt().minusSeconds(1);
        due.computeIfAbsent(making.milestone(), name -> new ArrayList<>())
                .add(new Due(at, row.at().minus(making.known()), row.line()));
    }

    void reached(String milestone, Instant at) {
        reached.computeIfAbsent(milestone, name -> new ArrayList<>()).add(at);
    }

    /** Nothing is planned before {@code at}. */
    void begins(Instant at) {
        first = at;
    }

    /**
     * Each milestone when it is planned and when it is reached, as far as it is known then. What is reached without ever
     * being due is passed over.
     */
    List<Told> facts(String accountId) {
        List<Told> told = new ArrayList<>();
        due.forEach((milestone, dates) -> {
            List<Instant> done = reached.getOrDefault(milestone, List.of());
            for (int k = 0; k < dates.size(); k++) {
                told(told, accountId, milestone + "-" + k, dates.get(k), k < done.size() ? done.get(k) : null);
            }
        });
        return told;
    }

    private void told(List<Told> told, String accountId, String key, Due due, @Nullable Instant done) {
        Instant planned = first != null && due.known().isBefore(first) ? first : due.known();
        boolean early = done != null && done.isBefore(planned);
        told.add(new Told(
                planned, due.line(), new MilestoneChanged(accountId, key, due.at(), early ? done : null, null)));
        if (done != null && !early) {
            told.add(new Told(done, due.line(), new MilestoneChanged(accountId, key, due.at(), done, null)));
        }
    }
}

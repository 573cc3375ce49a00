package io.playcaller.lab.facts;

import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.lab.rows.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an account is expected to do, and what it did of that, as its rows say. */
final class Plan {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** A milestone as it stood from {@code at} on. */
    record Told(Instant at, long line, MilestoneChanged milestone) {}

    private record Due(Instant at, Instant known, boolean valued, long line) {}

    /** @param value percent; null when nobody knows */
    private record Done(
            Instant at, Instant valuedAt, @Nullable Integer value) {}

    private final Map<String, List<Due>> due = new TreeMap<>();
    private final Map<String, List<Done>> done = new TreeMap<>();
    private @Nullable Instant first;

    /** Rows come in the order of time. */
    void due(Making.MilestoneDue making, Row row) {
        Instant at = row.endsAt().equals(row.at()) ? row.at() : row.endsAt().minusSeconds(1);
        due.computeIfAbsent(making.milestone(), name -> new ArrayList<>())
                .add(new Due(at, row.at().minus(making.known()), making.valued(), row.line()));
    }

    void reached(Making.MilestoneReached making, Row row) {
        done.computeIfAbsent(making.milestone(), name -> new ArrayList<>())
                .add(new Done(row.at(), row.at().plus(making.valueAfter()), percent(row.value())));
    }

    private static @Nullable Integer percent(@Nullable BigDecimal value) {
        if (value == null || value.signum() < 0 || value.compareTo(WHOLE) > 0) {
            return null;
        }
        return value.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    /** Nothing is planned before {@code at}. */
    void begins(Instant at) {
        first = at;
    }

    /**
     * Each milestone when it is planned, when it is reached, and when its value is known, as far as it is known then. What is
     * reached without ever being due is passed over.
     */
    List<Told> facts(String accountId) {
        List<Told> told = new ArrayList<>();
        due.forEach((milestone, dates) -> {
            List<Done> ends = done.getOrDefault(milestone, List.of());
            for (int k = 0; k < dates.size(); k++) {
                told(told, accountId, milestone + "-" + k, dates.get(k), k < ends.size() ? ends.get(k) : null);
            }
        });
        return told;
    }

    private void told(List<Told> told, String accountId, String key, Due due, @Nullable Done done) {
        Instant planned = first != null && due.known().isBefore(first) ? first : due.known();
        boolean early = done != null && !done.at().isAfter(planned);
        if (!early) {
            told.add(told(planned, accountId, key, due, null, due.valued() ? 0 : null));
        }
        if (done == null) {
            return;
        }
        Instant heard = early ? planned : done.at();
        @Nullable Integer value = due.valued() ? done.value() : null;
        boolean later = value != null && done.valuedAt().isAfter(heard);
        told.add(told(heard, accountId, key, due, done.at(), later ? null : value));
        if (later) {
            told.add(told(done.valuedAt(), accountId, key, due, done.at(), value));
        }
    }

    private static Told told(
            Instant at, String accountId, String key, Due due, @Nullable Instant reached, @Nullable Integer value) {
        return new Told(at, due.line(), new MilestoneChanged(accountId, key, due.at(), reached, null, value));
    }
}

package io.playcaller.forecast.engine.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one unit of the grain was worth over time, in one currency, with gaps that are no churn closed. */
final class Timeline {

    private final NavigableMap<LocalDate, List<Posting>> postings = new TreeMap<>();
    private final NavigableMap<LocalDate, Long> balances = new TreeMap<>();
    /** Of a gap that was closed: the day on which the unit was back, by the day on which it was gone. */
    private final Map<LocalDate, LocalDate> backOn = new TreeMap<>();

    private Timeline() {}

    static Timeline of(List<Posting> all, int gapDays) {
        Timeline timeline = new Timeline();
        all.forEach(posting -> timeline.postings
                .computeIfAbsent(posting.on(), day -> new ArrayList<>())
                .add(posting));
        long sum = 0;
        for (Map.Entry<LocalDate, List<Posting>> day : timeline.postings.entrySet()) {
            sum = Math.addExact(sum, sum(day.getValue()));
            timeline.balances.put(day.getKey(), sum);
        }
        timeline.closeGaps(gapDays);
        return timeline;
    }

    /** That of all these units as one: who leaves one of them for another within the gap never left. */
    static Timeline together(List<Timeline> units, int gapDays) {
        return units.size() == 1
                ? units.get(0)
                : of(
                        units.stream()
                                .flatMap(unit -> unit.postings.values().stream())
                                .flatMap(List::stream)
                                .toList(),
                        gapDays);
    }

    /** Its balance on the morning of {@code day}, with what is posted on that day not yet in it. */
    long at(LocalDate day) {
        Map.Entry<LocalDate, Long> entry = balances.lowerEntry(day);
        return entry == null ? 0 : entry.getValue();
    }

    /** Its balance on the evening of {@code day}. */
    long after(LocalDate day) {
        Map.Entry<LocalDate, Long> entry = balances.floorEntry(day);
        return entry == null ? 0 : entry.getValue();
    }

    /** The first day in whose evening it was worth anything; empty where none was. */
    Optional<LocalDate> firstDay() {
        return balances.entrySet().stream()
                .filter(balance -> balance.getValue() > 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether it was worth anything before {@code day}. */
    boolean hadBefore(LocalDate day) {
        return balances.headMap(day).values().stream().anyMatch(balance -> balance > 0);
    }

    /** What higher prices made of it on the days of a period. */
    long price(Period period) {
        return sum(postings.subMap(period.from(), period.until()).values().stream()
                .flatMap(List::stream)
                .filter(posting -> posting.cause() == Cause.PRICE)
                .toList());
    }

    /** The days on which something was posted, without those that only end a gap. */
    List<LocalDate> days() {
        return postings.keySet().stream()
                .filter(day -> !backOn.containsValue(day))
                .toList();
    }

    /** What was posted on a day, and where a gap begins on it, what ended the gap. */
    List<Posting> postingsOf(LocalDate day) {
        List<Posting> of = new ArrayList<>(postings.getOrDefault(day, List.of()));
        LocalDate back = backOn.get(day);
        if (back != null) {
            of.addAll(postings.getOrDefault(back, List.of()));
        }
        return of;
    }

    /** Whoever is back within the gap never left: the new amount counts from the day of leaving. */
    private void closeGaps(int gapDays) {
        Map.@Nullable Entry<LocalDate, Long> left = null;
        boolean had = false;
        for (Map.Entry<LocalDate, Long> entry : balances.entrySet()) {
            long balance = entry.getValue();
            if (balance > 0 && left != null && ChronoUnit.DAYS.between(left.getKey(), entry.getKey()) <= gapDays) {
                left.setValue(balance);
                backOn.put(left.getKey(), entry.getKey());
            }
            left = balance == 0 && had ? entry : null;
            had |= balance > 0;
        }
    }

    private static long sum(List<Posting> postings) {
        long sum = 0;
        for (Posting posting : postings) {
            sum = Math.addExact(sum, posting.minor());
        }
        return sum;
    }
}

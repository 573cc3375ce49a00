package io.playcaller.health.engine.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What changes the revenue of a contract, in any order of days, and the levels that come of it. Mutable. */
public final class Changes {

    static final int CURRENCIES = 3;
    static final int LEVELS = 12;

    /** How long before it was told a level is still asked for: a tier looks back over a quarter. */
    private static final int LOOK_BACK_DAYS = 90;

    /** @param bySeat how many lines that are sold by seat it adds */
    private record Change(long arr, long seats, int bySeat) {

        Change and(Change other) {
            return new Change(Revenue.sum(arr, other.arr), Revenue.sum(seats, other.seats), bySeat + other.bySeat);
        }
    }

    private final Map<String, Map<Long, Change>> byCurrency = new TreeMap<>();

    /** A line as older states kept it: worth the same from its first day to its last, or for as long as its contract goes on. */
    public void line(String currency, long arr, long seats, long startDay, long endDay) {
        boolean bySeat = seats >= 0;
        arr(currency, startDay, arr);
        arr(currency, endDay, -arr);
        if (bySeat) {
            seats(currency, startDay, seats, 1);
            seats(currency, endDay, -seats, -1);
        }
    }

    void arr(String currency, long day, long more) {
        add(currency, day, new Change(more, 0, 0));
    }

    /** @param lines how many that are sold by seat begin, or end where it is negative */
    void seats(String currency, long day, long more, int lines) {
        add(currency, day, new Change(0, more, lines));
    }

    /** What never comes changes nothing. */
    private void add(String currency, long day, Change change) {
        if (day != Long.MAX_VALUE) {
            byCurrency.computeIfAbsent(currency, key -> new TreeMap<>()).merge(day, change, Change::and);
        }
    }

    /**
     * The levels, bounded: of more currencies those with most, of more levels of one those from a quarter before they were told on.
     *
     * @param toldDay when it was told
     */
    public List<Revenue> revenue(long toldDay) {
        return byCurrency.entrySet().stream()
                .map(of -> new Revenue(of.getKey(), kept(levels(of.getValue()), toldDay)))
                .sorted(Comparator.comparingLong(Changes::most).reversed().thenComparing(Revenue::currency))
                .limit(CURRENCIES)
                .toList();
    }

    private static long most(Revenue revenue) {
        return revenue.levels().stream().mapToLong(Revenue.Level::arr).max().orElse(0);
    }

    private static List<Revenue.Level> levels(Map<Long, Change> changes) {
        List<Revenue.Level> levels = new ArrayList<>();
        Change sum = new Change(0, 0, 0);
        for (Map.Entry<Long, Change> change : changes.entrySet()) {
            sum = sum.and(change.getValue());
            Revenue.Level level = new Revenue.Level(
                    change.getKey(), Math.max(0, sum.arr), sum.bySeat > 0 ? Math.max(0, sum.seats) : Revenue.NO_SEATS);
            Revenue.Level last = levels.isEmpty() ? null : levels.get(levels.size() - 1);
            if (last == null || last.arr() != level.arr() || last.seats() != level.seats()) {
                levels.add(level);
            }
        }
        return levels;
    }

    private static List<Revenue.Level> kept(List<Revenue.Level> levels, long toldDay) {
        int asked = 0;
        while (asked + 1 < levels.size() && levels.get(asked + 1).day() <= toldDay - LOOK_BACK_DAYS) {
            asked++;
        }
        int from = Math.max(0, Math.min(asked, levels.size() - LEVELS));
        return levels.subList(from, Math.min(levels.size(), from + LEVELS));
    }
}

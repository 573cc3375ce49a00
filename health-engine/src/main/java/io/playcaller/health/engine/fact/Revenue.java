package io.playcaller.health.engine.fact;

import java.util.List;

/**
 * What a contract is worth a year in one currency, and for how many seats, from day to day.
 *
 * @param levels at least one, in order of their days; each holds until the next, before the first there is nothing
 */
public record Revenue(String currency, List<Level> levels) {

    /** Nothing is sold by seat. */
    public static final long NO_SEATS = -1;

    /**
     * From a day on.
     *
     * @param arr minor units, not negative
     * @param seats {@link #NO_SEATS} where nothing is sold by seat
     */
    public record Level(long day, long arr, long seats) {}

    public Revenue {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("no levels in " + currency);
        }
    }

    long firstDay() {
        return levels.get(0).day();
    }

    /** Minor units; 0 before the first day. */
    public long arr(long day) {
        int index = index(day);
        return index < 0 ? 0 : levels.get(index).arr();
    }

    public long seats(long day) {
        int index = index(day);
        return index < 0 ? NO_SEATS : levels.get(index).seats();
    }

    /** The sum, or the end of what there is of numbers: an absurd amount must neither turn into a debt nor stop its account. */
    public static long sum(long one, long other) {
        long sum = one + other;
        boolean beyond = ((one ^ sum) & (other ^ sum)) < 0;
        return beyond ? (one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }

    private int index(long day) {
        int index = levels.size() - 1;
        while (index >= 0 && levels.get(index).day() > day) {
            index--;
        }
        return index;
    }
}

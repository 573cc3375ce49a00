package io.playcaller.forecast.outcome;

import io.playcaller.forecast.engine.estimate.Bounds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The adoption index by segment on a day.
 *
 * @param day null while no day has been kept
 */
public record Adoption(
        @Nullable LocalDate day,
        String definition,
        String grain,
        List<Segment> items,
        @Nullable String next) {

    private static final String DEFINITION =
            "mean adoption index, 0 to 100, of accounts with a contract in force of whose use anything is known, what is merged as one; as it"
                    + " stood when the day was first looked at";
    private static final String OF_ALL_ACCOUNTS =
            "mean adoption index, 0 to 100, of all accounts of whose use anything is known, those that had left and those merged into another"
                    + " too; as it stood when the day was first looked at";
    private static final double THOUSAND = 1_000.0;
    private static final double Z = 1.959963984540054;

    /**
     * What is kept of a segment's indexes.
     *
     * @param total of them, in thousandths
     * @param squares the sum of their squares
     * @param customersOnly false of a day that was kept when whoever had left still counted
     */
    public record Sums(
            LocalDate day, String segment, long accounts, double total, double squares, boolean customersOnly) {

        Sums plus(Sums other) {
            return new Sums(
                    day,
                    segment,
                    accounts + other.accounts,
                    total + other.total,
                    squares + other.squares,
                    customersOnly && other.customersOnly);
        }
    }

    /**
     * One segment.
     *
     * @param segment null for all together
     */
    public record Segment(@Nullable String segment, Figure index) {}

    /** All together first, then by segment. */
    public static Adoption of(List<Sums> sums) {
        List<Segment> items = new ArrayList<>();
        sums.stream().reduce(Sums::plus).ifPresent(all -> items.add(new Segment(null, figure(all))));
        sums.forEach(segment -> items.add(new Segment(segment.segment(), figure(segment))));
        LocalDate day = sums.isEmpty() ? null : sums.get(0).day();
        String definition = sums.stream().allMatch(Sums::customersOnly) ? DEFINITION : OF_ALL_ACCOUNTS;
        return new Adoption(day, definition, "account", List.copyOf(items), null);
    }

    /** All together; null while nothing is kept. */
    public @Nullable Figure whole() {
        return items.isEmpty() ? null : items.get(0).index();
    }

    private static Figure figure(Sums sums) {
        double mean = sums.total() / sums.accounts();
        double variance =
                sums.accounts() < 2 ? 0 : Math.max(0, sums.squares() - mean * sums.total()) / (sums.accounts() - 1);
        double reach = Z * Math.sqrt(variance / sums.accounts()) / THOUSAND;
        Bounds bounds = sums.accounts() < 2 ? null : Bounds.around(mean / THOUSAND, reach);
        return Figure.of(mean / THOUSAND, bounds, sums.accounts());
    }
}

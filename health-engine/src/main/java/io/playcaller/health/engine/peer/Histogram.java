package io.playcaller.health.engine.peer;

import io.playcaller.health.engine.model.Curve;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many customers stand where, in bins of equal width with one below and one above all. Immutable. Integers throughout: the
 * order in which customers are counted, and parts are added, changes nothing.
 *
 * @param from where the first bin begins, thousandths of the measure's unit
 * @param width of each bin, at least 1
 * @param counts below {@code from}, then of each bin, then above all of them
 */
public record Histogram(long from, long width, List<Long> counts) {

    /** Between the first and the last corner of a curve. */
    public static final int BINS = 32;

    /** The places at which two are compared, thousandths of all customers. */
    private static final List<Integer> PLACES = List.of(100, 250, 500, 750, 900);

    public Histogram {
        counts = List.copyOf(counts);
        if (width < 1 || counts.size() < 3) {
            throw new IllegalArgumentException(counts.size() + " counts by " + width);
        }
    }

    /**
     * Bins that a measure's absolute curve gives: what is beyond its corners makes the same points anyway. They stay the same while
     * the curve does.
     */
    public static Histogram along(Curve curve) {
        long first = curve.points().get(0).value();
        long last = curve.points().get(curve.points().size() - 1).value();
        long width = Math.max(1, Math.floorDiv(last - first + BINS - 1, (long) BINS));
        return new Histogram(first, width, Collections.nCopies(BINS + 2, 0L));
    }

    /** With one customer more. */
    public Histogram with(long value) {
        return with(bin(value), 1);
    }

    /** With as many customers more in a bin: 0 is below all, the last above all. */
    public Histogram with(int bin, long customers) {
        List<Long> more = new ArrayList<>(counts);
        more.set(bin, more.get(bin) + customers);
        return new Histogram(from, width, more);
    }

    /** Both together; they must have the same bins. */
    public Histogram plus(Histogram other) {
        if (!sameBins(other)) {
            throw new IllegalArgumentException(
                    "bins differ: from %d by %d, and from %d by %d".formatted(from, width, other.from, other.width));
        }
        List<Long> sum = new ArrayList<>(counts);
        for (int i = 0; i < sum.size(); i++) {
            sum.set(i, sum.get(i) + other.counts.get(i));
        }
        return new Histogram(from, width, sum);
    }

    private boolean sameBins(Histogram other) {
        return from == other.from && width == other.width && counts.size() == other.counts.size();
    }

    public long customers() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The place of a value among the customers, 0 to 1000: the share that stands lower, with half of those in its own bin, who may
     * be on either side. Never lower for a higher value. There must be a customer.
     */
    public long place(long value) {
        int own = bin(value);
        long lower = counts.subList(0, own).stream().mapToLong(Long::longValue).sum();
        return (2 * lower + counts.get(own)) * 500 / customers();
    }

    private int bin(long value) {
        if (value < from) {
            return 0;
        }
        long bin = Math.floorDiv(value - from, width) + 1;
        return (int) Math.min(counts.size() - 1L, bin);
    }

    /** Whether it stands elsewhere: a tenth, a quarter or the middle of its customers moved by more than a bin, or it has other bins. */
    public boolean movedFrom(Histogram before) {
        if (!sameBins(before) || customers() == 0 || before.customers() == 0) {
            return !equals(before);
        }
        return PLACES.stream().anyMatch(place -> Math.abs(binAt(place) - before.binAt(place)) > 1);
    }

    /** The bin that the given share of the customers reaches, thousandths. */
    private int binAt(int place) {
        long reached = 0;
        long wanted = customers() * place;
        for (int bin = 0; bin < counts.size(); bin++) {
            reached += counts.get(bin) * 1000;
            if (reached >= wanted) {
                return bin;
            }
        }
        return counts.size() - 1;
    }
}

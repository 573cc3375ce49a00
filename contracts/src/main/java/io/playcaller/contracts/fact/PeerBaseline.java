package io.playcaller.contracts.fact;

import java.util.List;

/**
 * How one measure is spread over the customers of one segment: how many of them stand in which bin. Two that count the same bins
 * add up, bin by bin.
 *
 * @param segment as in a profile
 * @param measure its id
 * @param from where the first bin begins, thousandths of the measure's unit
 * @param width of each bin, at least 1
 * @param counts first the customers below {@code from}, then those of each bin in order, last those above all bins
 */
public record PeerBaseline(String segment, String measure, long from, long width, List<Long> counts) {

    /** The outer ones included. */
    private static final int MOST_COUNTS = 66;

    private static final long MOST = 1_000_000_000L;

    public PeerBaseline {
        counts = List.copyOf(counts);
        if (width < 1 || width > MOST || from < -MOST || from > MOST) {
            throw new IllegalArgumentException("bins of " + measure + " from " + from + " by " + width);
        }
        if (counts.size() < 3 || counts.size() > MOST_COUNTS) {
            throw new IllegalArgumentException(counts.size() + " counts of " + measure);
        }
        if (counts.stream().anyMatch(count -> count < 0 || count > MOST)) {
            throw new IllegalArgumentException("a count of " + measure + " is below 0 or beyond " + MOST);
        }
    }
}

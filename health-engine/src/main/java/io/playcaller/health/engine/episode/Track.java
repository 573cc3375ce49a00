package io.playcaller.health.engine.episode;

import java.util.Arrays;

/**
 * How an account stood at each instant of the last weeks at which it may have stood differently: a function of its facts,
 * kept so that only what a fact touches is judged again.
 *
 * @param at rising, milliseconds
 * @param scores milli-points, -1 where there was nothing to measure
 * @param flags see {@link Flags}
 * @param cards by which scorecard and overrides, see {@link Flags#card}
 */
// Nobody writes to the arrays; lists of boxes would cost ten times the memory.
@SuppressWarnings("ArrayRecordComponent")
public record Track(long[] at, int[] scores, long[] flags, int[] cards) {

    static final Track EMPTY = new Track(new long[0], new int[0], new long[0], new int[0]);

    /** From where flags and card were packed into one, of 20 rules. */
    public static Track ofTwentyRules(long[] at, int[] scores, long[] packed) {
        return ofPacked(at, scores, packed, 40, 48);
    }

    /** The same of 24 rules. */
    public static Track ofTwentyFourRules(long[] at, int[] scores, long[] packed) {
        return ofPacked(at, scores, packed, 48, 52);
    }

    private static Track ofPacked(long[] at, int[] scores, long[] packed, int rulesEnd, int cardShift) {
        return new Track(
                at,
                scores,
                Arrays.stream(packed).map(one -> Flags.ofPacked(one, rulesEnd)).toArray(),
                Arrays.stream(packed)
                        .mapToInt(one -> Flags.cardOfPacked(one, cardShift))
                        .toArray());
    }

    int size() {
        return at.length;
    }

    /** The points from {@code first} on and before {@code end}. */
    Track between(long first, long end) {
        int from = index(first);
        int to = Math.max(from, index(end));
        if (from == 0 && to == at.length) {
            return this;
        }
        return new Track(
                Arrays.copyOfRange(at, from, to),
                Arrays.copyOfRange(scores, from, to),
                Arrays.copyOfRange(flags, from, to),
                Arrays.copyOfRange(cards, from, to));
    }

    Track plus(Track later) {
        if (later.size() == 0) {
            return this;
        }
        return new Track(
                joined(at, later.at),
                joinedInts(scores, later.scores),
                joined(flags, later.flags),
                joinedInts(cards, later.cards));
    }

    /** The score at {@code instant}; -1 before the first point. */
    public int scoreAt(long instant) {
        int last = index(instant + 1) - 1;
        return last < 0 ? -1 : scores[last];
    }

    /**
     * The time of the highest score under the same scorecard and overrides within {@code span} before the point {@code index};
     * -1 without one.
     */
    int highestBefore(int index, long span) {
        int highest = -1;
        for (int i = index - 1; i >= 0; i--) {
            boolean comparable = scores[i] >= 0 && cards[i] == cards[index];
            if (comparable && (highest < 0 || scores[i] > scores[highest])) {
                highest = i;
            }
            if (at[i] <= at[index] - span) {
                break;
            }
        }
        return highest;
    }

    /** How far the score at {@code instant} lies below its highest of the span before, as far as these may be compared. */
    long fall(long instant, long span) {
        int index = index(instant + 1) - 1;
        int highest = index < 0 || scores[index] < 0 ? -1 : highestBefore(index, span);
        return highest < 0 ? 0 : scores[highest] - scores[index];
    }

    /** Index of the first point at or after {@code instant}. */
    private int index(long instant) {
        int found = Arrays.binarySearch(at, instant);
        return found >= 0 ? found : -found - 1;
    }

    private static long[] joined(long[] first, long[] second) {
        long[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static int[] joinedInts(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Track that
                && Arrays.equals(at, that.at)
                && Arrays.equals(scores, that.scores)
                && Arrays.equals(flags, that.flags)
                && Arrays.equals(cards, that.cards);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(at) * 31 + Arrays.hashCode(scores);
    }

    @Override
    public String toString() {
        return "Track[" + at.length + " points]";
    }
}

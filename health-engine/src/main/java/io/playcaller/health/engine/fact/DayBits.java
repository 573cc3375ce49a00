package io.playcaller.health.engine.fact;

import java.util.Arrays;

/**
 * Who, or what, was active on which of 64 days: a key and one bit per day, bit 0 being the anchor day. Marks commute and
 * repeat without effect.
 *
 * <p>It is asked about windows of {@link #WINDOW} days. A bit is kept while, in a window that it lies in, its key is among the
 * {@code most + 1} lowest of those that are active there; windows that end after the anchor day are among these, for they
 * are asked about later. More marks only push keys back, and what pushes one back in a window is as young as the window, so
 * that it goes no earlier: which bits are kept is a function of the marks, whatever their order. A window with more than
 * {@code most} keys is estimated from the lowest of them (k minimum values, Beyer et al., SIGMOD 2007):
 * {@code most × 2^48 ÷} the key that follows them, standard error about 1 ÷ √most.
 *
 * @param keys 48-bit fingerprints, rising
 * @param bits per key
 * @param level keys are kept when their lowest {@code level} bits are 0: only in states of versions before 5, which thinned
 *     themselves out so
 */
// Nobody writes to the arrays; lists of boxes would cost ten times the memory.
@SuppressWarnings("ArrayRecordComponent")
public record DayBits(long[] keys, long[] bits, int level) {

    /** Days of what is asked about. */
    public static final int WINDOW = 28;

    private static final int KEY_BITS = 48;

    static final DayBits EMPTY = new DayBits(new long[0], new long[0], 0);

    DayBits mark(long key, long daysAgo, int most) {
        if (daysAgo < 0 || daysAgo >= Long.SIZE || !sampled(key, level)) {
            return this;
        }
        int index = Arrays.binarySearch(keys, key);
        long bit = 1L << daysAgo;
        if (index >= 0) {
            return (bits[index] & bit) != 0
                    ? this
                    : new DayBits(keys, with(bits, index, bits[index] | bit), level).thinned(most);
        }
        return new DayBits(inserted(keys, -index - 1, key), inserted(bits, -index - 1, bit), level).thinned(most);
    }

    /** Room is made for {@code days} days at {@code slot}: what is behind it moves on, and out at the end; with its last bit the key. */
    DayBits moved(int slot, long days, int most) {
        if (days == 0 || keys.length == 0 || slot >= Long.SIZE) {
            return this;
        }
        long newer = (1L << slot) - 1;
        long[] moved = new long[bits.length];
        for (int i = 0; i < bits.length; i++) {
            moved[i] = (bits[i] & newer) | (days >= Long.SIZE ? 0 : (bits[i] & ~newer) << days);
        }
        return new DayBits(keys, moved, level).withoutEmpty().thinned(most);
    }

    /** Without the bits in {@code mask}, and the keys of which none is left. */
    DayBits without(long mask) {
        long[] left = new long[bits.length];
        for (int i = 0; i < bits.length; i++) {
            left[i] = bits[i] & ~mask;
        }
        return new DayBits(keys, left, level).withoutEmpty();
    }

    /** How many days before the anchor any key has its oldest bit; -1 without one. */
    int oldest() {
        long any = 0;
        for (long days : bits) {
            any |= days;
        }
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(any);
    }

    /** Keys with a bit in {@code mask}; an estimate where they are more than {@code most}. */
    public long count(long mask, int most) {
        int active = active(mask, most + 1);
        if (active <= most) {
            return (long) active << level;
        }
        long following = key(mask, most);
        return (((long) most << KEY_BITS) / following) << level;
    }

    /** Bits in {@code mask} of the {@code most} lowest keys with one, not scaled. */
    public long total(long mask, int most) {
        long total = 0;
        int active = 0;
        for (int i = 0; i < bits.length && active < most; i++) {
            int days = Long.bitCount(bits[i] & mask);
            total += days;
            active += days == 0 ? 0 : 1;
        }
        return total;
    }

    /** Keys with a bit in {@code mask}, no more than {@code most}. */
    public int active(long mask, int most) {
        int active = 0;
        for (int i = 0; i < bits.length && active < most; i++) {
            active += (bits[i] & mask) == 0 ? 0 : 1;
        }
        return active;
    }

    public boolean estimated(long mask, int most) {
        return level > 0 || active(mask, most + 1) > most;
    }

    /** The key with a bit in {@code mask} that has {@code below} such keys below it. */
    private long key(long mask, int below) {
        int active = 0;
        for (int i = 0; ; i++) {
            if ((bits[i] & mask) != 0 && active++ == below) {
                return keys[i];
            }
        }
    }

    /** The bits of {@code key}, 0 when it is not kept. */
    public long of(long key) {
        int index = Arrays.binarySearch(keys, key);
        return index < 0 ? 0 : bits[index];
    }

    /** Without the bits whose keys are not among the {@code most + 1} lowest of any window of theirs. */
    private DayBits thinned(int most) {
        if (keys.length <= most + 1) {
            return this;
        }
        long[] left = new long[bits.length];
        for (int first = 0; first < Long.SIZE; first++) {
            long window = window(first);
            int active = 0;
            for (int i = 0; i < bits.length && active <= most; i++) {
                long days = bits[i] & window;
                left[i] |= days;
                active += days == 0 ? 0 : 1;
            }
        }
        return Arrays.equals(left, bits) ? this : new DayBits(keys, left, level).withoutEmpty();
    }

    /** The bits of the window whose first day lies so many days back. */
    private static long window(int first) {
        long upTo = first == Long.SIZE - 1 ? -1L : (1L << (first + 1)) - 1;
        return first < WINDOW ? upTo : upTo & (-1L << (first - WINDOW + 1));
    }

    private DayBits withoutEmpty() {
        long[] keptKeys = new long[keys.length];
        long[] keptBits = new long[keys.length];
        int size = 0;
        for (int i = 0; i < keys.length; i++) {
            if (bits[i] != 0) {
                keptKeys[size] = keys[i];
                keptBits[size++] = bits[i];
            }
        }
        return new DayBits(Arrays.copyOf(keptKeys, size), Arrays.copyOf(keptBits, size), level);
    }

    private static boolean sampled(long key, int level) {
        return (key & ((1L << level) - 1)) == 0;
    }

    private static long[] with(long[] values, int index, long value) {
        long[] copy = values.clone();
        copy[index] = value;
        return copy;
    }

    private static long[] inserted(long[] values, int index, long value) {
        long[] copy = new long[values.length + 1];
        System.arraycopy(values, 0, copy, 0, index);
        copy[index] = value;
        System.arraycopy(values, index, copy, index + 1, values.length - index);
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayBits that
                && level == that.level
                && Arrays.equals(keys, that.keys)
                && Arrays.equals(bits, that.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys) * 31 + Arrays.hashCode(bits);
    }

    @Override
    public String toString() {
        return "DayBits[" + keys.length + " keys, level " + level + "]";
    }
}

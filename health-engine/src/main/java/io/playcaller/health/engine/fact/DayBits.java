package io.playcaller.health.engine.fact;

import java.util.Arrays;

/**
 * Who, or what, was active on which of 64 days: a key and one bit per day, bit 0 being the anchor day. Marks commute and
 * repeat without effect. Beyond {@code capacity} keys it keeps those whose hash falls into a half, a quarter … of all:
 * counts are then estimates, and are announced as such.
 *
 * @param keys 48-bit fingerprints, rising
 * @param bits per key
 * @param level keys are kept when their lowest {@code level} bits are 0
 */
// Nobody writes to the arrays; lists of boxes would cost ten times the memory.
@SuppressWarnings("ArrayRecordComponent")
public record DayBits(long[] keys, long[] bits, int level) {

    static final DayBits EMPTY = new DayBits(new long[0], new long[0], 0);

    DayBits mark(long key, long daysAgo, int capacity) {
        if (daysAgo < 0 || daysAgo >= Long.SIZE || !sampled(key, level)) {
            return this;
        }
        int index = Arrays.binarySearch(keys, key);
        long bit = 1L << daysAgo;
        if (index >= 0) {
            return (bits[index] & bit) != 0 ? this : new DayBits(keys, with(bits, index, bits[index] | bit), level);
        }
        return new DayBits(inserted(keys, -index - 1, key), inserted(bits, -index - 1, bit), level).fit(capacity);
    }

    /** The anchor moves {@code days} forward: older bits fall out, and with its last bit the key. */
    DayBits roll(long days) {
        if (days == 0 || keys.length == 0) {
            return this;
        }
        long[] moved = new long[bits.length];
        for (int i = 0; i < bits.length; i++) {
            moved[i] = days >= Long.SIZE ? 0 : bits[i] << days;
        }
        return new DayBits(keys, moved, level).filter(level);
    }

    /** Without the bits in {@code mask}, and the keys of which none is left. */
    DayBits without(long mask) {
        long[] left = new long[bits.length];
        for (int i = 0; i < bits.length; i++) {
            left[i] = bits[i] & ~mask;
        }
        return new DayBits(keys, left, level).filter(level);
    }

    /** How many days before the anchor any key has its oldest bit; -1 without one. */
    int oldest() {
        long any = 0;
        for (long days : bits) {
            any |= days;
        }
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(any);
    }

    /** Keys with a bit in {@code mask}, scaled up where only a sample is kept. */
    public long count(long mask) {
        long count = 0;
        for (long days : bits) {
            count += (days & mask) == 0 ? 0 : 1;
        }
        return count << level;
    }

    /** Bits in {@code mask} of all keys, not scaled. */
    public long total(long mask) {
        long total = 0;
        for (long days : bits) {
            total += Long.bitCount(days & mask);
        }
        return total;
    }

    /** Keys with a bit in {@code mask}, not scaled. */
    public long kept(long mask) {
        return count(mask) >> level;
    }

    public boolean estimated() {
        return level > 0;
    }

    /** The bits of {@code key}, 0 when it is not kept. */
    public long of(long key) {
        int index = Arrays.binarySearch(keys, key);
        return index < 0 ? 0 : bits[index];
    }

    private DayBits fit(int capacity) {
        DayBits fitting = this;
        while (fitting.keys.length > capacity) {
            fitting = fitting.filter(fitting.level + 1);
        }
        return fitting;
    }

    private DayBits filter(int newLevel) {
        long[] keptKeys = new long[keys.length];
        long[] keptBits = new long[keys.length];
        int size = 0;
        for (int i = 0; i < keys.length; i++) {
            if (bits[i] != 0 && sampled(keys[i], newLevel)) {
                keptKeys[size] = keys[i];
                keptBits[size++] = bits[i];
            }
        }
        return new DayBits(Arrays.copyOf(keptKeys, size), Arrays.copyOf(keptBits, size), newLevel);
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

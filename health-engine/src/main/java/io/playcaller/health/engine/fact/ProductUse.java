package io.playcaller.health.engine.fact;

import java.util.Arrays;

/**
 * How much one product was used, by UTC day.
 *
 * @param key fingerprint of {@code id}
 * @param counts uses per day, index 0 being the anchor; they stop at {@link Integer#MAX_VALUE}
 */
// Nobody writes to the array; a list of boxes would cost ten times the memory.
@SuppressWarnings("ArrayRecordComponent")
public record ProductUse(long key, String id, int[] counts) {

    public static ProductUse of(String id, int[] counts) {
        return new ProductUse(Fingerprint.of(id), id, counts);
    }

    /** Bit 0 being the anchor day. */
    public long days() {
        long days = 0;
        for (int i = 0; i < counts.length; i++) {
            days |= counts[i] > 0 ? 1L << i : 0;
        }
        return days;
    }

    ProductUse plus(long daysAgo, long uses) {
        int[] more = counts.clone();
        more[(int) daysAgo] = (int) Math.min(Integer.MAX_VALUE, more[(int) daysAgo] + uses);
        return new ProductUse(key, id, more);
    }

    /** Room is made for {@code days} days at {@code slot}: what is older than the days of the ring falls out. */
    ProductUse moved(int slot, long days) {
        int[] moved = new int[counts.length];
        System.arraycopy(counts, 0, moved, 0, slot);
        int by = (int) Math.min(counts.length - slot, days);
        System.arraycopy(counts, slot, moved, slot + by, counts.length - slot - by);
        return new ProductUse(key, id, moved);
    }

    /** The uses of these days alone. */
    ProductUse on(long days) {
        if ((days() & ~days) == 0) {
            return this;
        }
        int[] left = counts.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] = ((days >>> i) & 1) == 0 ? 0 : left[i];
        }
        return new ProductUse(key, id, left);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProductUse that
                && key == that.key
                && id.equals(that.id)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return id.hashCode() * 31 + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "ProductUse[" + id + "]";
    }
}

package io.playcaller.health.engine.fact;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Meaningful use by UTC day. Everything in it commutes: sums, sets, a least and a greatest day.
 *
 * @param anchor the newest day that it can hold without rolling
 * @param counts uses per day, index 0 being the anchor; they stop at {@link Integer#MAX_VALUE}
 * @param firstDay the first day of use ever; {@link #NONE} before
 * @param firstPersonDay the first day of use by a named person
 * @param firstFeatureDay the first day of use of a named feature
 * @param olderDay the last day of use of those that fell out of {@code counts}; minus {@link #NONE} without one
 * @param months uses of those that fell out, by month
 * @param products use by product, where it is named
 */
// Nobody writes to the arrays; lists of boxes would cost ten times the memory.
@SuppressWarnings("ArrayRecordComponent")
public record UsageFacts(
        long anchor,
        int[] counts,
        DayBits people,
        DayBits features,
        long firstDay,
        long firstPersonDay,
        long firstFeatureDay,
        long olderDay,
        UsageMonths months,
        Products products) {

    public static final int RING = 98;
    public static final long NONE = Long.MAX_VALUE;

    /** People of 28 days who are told apart; more are estimated. */
    public static final int PEOPLE = 192;

    /** Features of 28 days, likewise. */
    public static final int FEATURES = 256;

    static final UsageFacts EMPTY =
            new UsageFacts(0, new int[RING], DayBits.EMPTY, DayBits.EMPTY, NONE, NONE, NONE, -NONE, UsageMonths.NONE);

    /** Use that names no product. */
    public UsageFacts(
            long anchor,
            int[] counts,
            DayBits people,
            DayBits features,
            long firstDay,
            long firstPersonDay,
            long firstFeatureDay,
            long olderDay,
            UsageMonths months) {
        this(
                anchor,
                counts,
                people,
                features,
                firstDay,
                firstPersonDay,
                firstFeatureDay,
                olderDay,
                months,
                Products.NONE);
    }

    /** The same use, of these products. */
    public UsageFacts products(Products next) {
        return new UsageFacts(
                anchor, counts, people, features, firstDay, firstPersonDay, firstFeatureDay, olderDay, months, next);
    }

    /** Uses of {@code day}; 0 outside the ring. */
    public int count(long day) {
        long index = anchor - day;
        return index < 0 || index >= RING ? 0 : counts[(int) index];
    }

    /** Uses from {@code first} to {@code last}. */
    public long sum(long first, long last) {
        long sum = 0;
        for (long day = first; day <= last; day++) {
            sum += count(day);
        }
        return sum;
    }

    /** Days with use from {@code first} to {@code last}. */
    public int usedDays(long first, long last) {
        int used = 0;
        for (long day = first; day <= last; day++) {
            used += count(day) > 0 ? 1 : 0;
        }
        return used;
    }

    /** The last day of use up to {@code day}; minus {@link #NONE} without one. */
    public long lastUse(long day) {
        for (long candidate = Math.min(day, anchor); candidate > anchor - RING; candidate--) {
            if (count(candidate) > 0) {
                return candidate;
            }
        }
        return olderDay <= day ? olderDay : -NONE;
    }

    /** The bits of the days from {@code first} to {@code last} in {@link #people} and {@link #features}. */
    public long mask(long first, long last) {
        long low = Math.max(0, anchor - last);
        long high = Math.min(Long.SIZE - 1, anchor - first);
        if (high < low) {
            return 0;
        }
        long upTo = high == Long.SIZE - 1 ? -1L : (1L << (high + 1)) - 1;
        return upTo & (-1L << low);
    }

    UsageFacts use(long day, long quantity, long personKey, long featureKey) {
        UsageFacts at = rollTo(day);
        long index = at.anchor - day;
        boolean inRing = index < RING;
        int[] nextCounts = inRing ? added(at.counts, (int) index, quantity) : at.counts;
        return new UsageFacts(
                at.anchor,
                nextCounts,
                personKey < 0 ? at.people : at.people.mark(personKey, index, PEOPLE),
                featureKey < 0 ? at.features : at.features.mark(featureKey, index, FEATURES),
                Math.min(at.firstDay, day),
                personKey < 0 ? at.firstPersonDay : Math.min(at.firstPersonDay, day),
                featureKey < 0 ? at.firstFeatureDay : Math.min(at.firstFeatureDay, day),
                inRing ? at.olderDay : Math.max(at.olderDay, day),
                inRing ? at.months : at.months.with(day, uses(quantity)),
                at.products);
    }

    /** What was used on {@code day} was that product. */
    UsageFacts of(@Nullable String productId, long day, long quantity) {
        return productId == null || productId.isEmpty()
                ? this
                : products(products.use(productId, anchor - day, uses(quantity)));
    }

    /** The products of the days from {@code first} to {@code last} that are told apart, each as if nothing else were used. */
    List<UsageFacts> apart(long first, long last) {
        return products.usedOn(mask(first, last)).stream().map(this::only).toList();
    }

    private UsageFacts only(ProductUse use) {
        return new UsageFacts(
                anchor,
                Arrays.copyOf(use.counts(), RING),
                DayBits.EMPTY,
                DayBits.EMPTY,
                anchor - (Long.SIZE - 1 - Long.numberOfLeadingZeros(use.days())),
                NONE,
                NONE,
                -NONE,
                UsageMonths.NONE,
                Products.of(List.of(use)));
    }

    /** Moves the anchor to {@code day}; never back. */
    UsageFacts rollTo(long day) {
        long by = day - anchor;
        if (by <= 0) {
            return this;
        }
        int[] moved = new int[RING];
        if (by < RING) {
            System.arraycopy(counts, 0, moved, (int) by, RING - (int) by);
        }
        long fallen = olderDay;
        UsageMonths fallenMonths = months;
        for (int i = (int) Math.max(0, RING - by); i < RING; i++) {
            fallen = counts[i] > 0 ? Math.max(fallen, anchor - i) : fallen;
            fallenMonths = counts[i] > 0 ? fallenMonths.with(anchor - i, counts[i]) : fallenMonths;
        }
        return new UsageFacts(
                day,
                moved,
                people.roll(by, PEOPLE),
                features.roll(by, FEATURES),
                firstDay,
                firstPersonDay,
                firstFeatureDay,
                fallen,
                fallenMonths,
                products.roll(by));
    }

    /**
     * As if nothing had been used from {@code first} to {@code last}. The first day of use, of people and of features, and the
     * last one of those that fell out of {@code counts}, are then the first and the last that are still known.
     */
    UsageFacts without(long first, long last) {
        int[] left = counts.clone();
        for (long day = Math.max(first, anchor - RING + 1); day <= Math.min(last, anchor); day++) {
            left[(int) (anchor - day)] = 0;
        }
        boolean fellOut = within(olderDay, first, last);
        long older = !fellOut ? olderDay : firstDay < first ? firstDay : -NONE;
        long mask = mask(first, last);
        UsageFacts rest = new UsageFacts(
                anchor, left, people.without(mask), features.without(mask), NONE, NONE, NONE, older, months);
        return new UsageFacts(
                anchor,
                left,
                rest.people,
                rest.features,
                within(firstDay, first, last) ? rest.firstKnown() : firstDay,
                within(firstPersonDay, first, last) ? rest.oldest(rest.people) : firstPersonDay,
                within(firstFeatureDay, first, last) ? rest.oldest(rest.features) : firstFeatureDay,
                older,
                months.without(first, last),
                products.without(mask));
    }

    private static boolean within(long day, long first, long last) {
        return day >= first && day <= last;
    }

    private long firstKnown() {
        if (olderDay != -NONE) {
            return olderDay;
        }
        for (int i = RING - 1; i >= 0; i--) {
            if (counts[i] > 0) {
                return anchor - i;
            }
        }
        return NONE;
    }

    private long oldest(DayBits bits) {
        int oldest = bits.oldest();
        return oldest < 0 ? NONE : anchor - oldest;
    }

    private static int[] added(int[] counts, int index, long quantity) {
        int[] copy = counts.clone();
        copy[index] = (int) Math.min(Integer.MAX_VALUE, copy[index] + uses(quantity));
        return copy;
    }

    private static long uses(long quantity) {
        return Math.max(1, Math.min(quantity, Integer.MAX_VALUE));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UsageFacts that
                && anchor == that.anchor
                && Arrays.equals(counts, that.counts)
                && people.equals(that.people)
                && features.equals(that.features)
                && firstDay == that.firstDay
                && firstPersonDay == that.firstPersonDay
                && firstFeatureDay == that.firstFeatureDay
                && olderDay == that.olderDay
                && months.equals(that.months)
                && products.equals(that.products);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(anchor) * 31 + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "UsageFacts[anchor " + Days.date(anchor) + ", " + people + "]";
    }
}

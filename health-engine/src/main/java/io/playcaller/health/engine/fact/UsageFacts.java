package io.playcaller.health.engine.fact;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Meaningful use by UTC day. Everything in it commutes: sums, sets, a least and a greatest day.
 *
 * @param known the days that it holds, the newest being the last that it can hold without rolling
 * @param counts uses per known day, index 0 being the newest; they stop at {@link Integer#MAX_VALUE}
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
        KnownDays known,
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

    static final UsageFacts EMPTY = new UsageFacts(
            KnownDays.EPOCH, new int[RING], DayBits.EMPTY, DayBits.EMPTY, NONE, NONE, NONE, -NONE, UsageMonths.NONE);

    /** Use that names no product. */
    public UsageFacts(
            KnownDays known,
            int[] counts,
            DayBits people,
            DayBits features,
            long firstDay,
            long firstPersonDay,
            long firstFeatureDay,
            long olderDay,
            UsageMonths months) {
        this(
                known,
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

    /** The same counts, of these days. */
    public UsageFacts known(KnownDays next) {
        return new UsageFacts(
                next, counts, people, features, firstDay, firstPersonDay, firstFeatureDay, olderDay, months, products);
    }

    /** The same use, of these products. */
    public UsageFacts products(Products next) {
        return new UsageFacts(
                known, counts, people, features, firstDay, firstPersonDay, firstFeatureDay, olderDay, months, next);
    }

    /** The newest known day. */
    public long anchor() {
        return known.anchor();
    }

    /** Uses of {@code day}; 0 outside the ring. */
    public int count(long day) {
        return known.known(day) ? at(known.slot(day)) : 0;
    }

    private int at(long slot) {
        return slot < 0 || slot >= RING ? 0 : counts[(int) slot];
    }

    /** Uses of the known days up to {@code last}, as many as lie from {@code first} to it. */
    public long sum(long first, long last) {
        long slot = known.slot(last);
        long sum = 0;
        for (long back = 0; back <= last - first; back++) {
            sum += at(slot + back);
        }
        return sum;
    }

    /** Those of these days with use. */
    public int usedDays(long first, long last) {
        long slot = known.slot(last);
        int used = 0;
        for (long back = 0; back <= last - first; back++) {
            used += at(slot + back) > 0 ? 1 : 0;
        }
        return used;
    }

    /** The last day of use up to {@code day}; minus {@link #NONE} without one. */
    public long lastUse(long day) {
        for (long slot = Math.max(0, known.slot(day)); slot < RING; slot++) {
            if (at(slot) > 0) {
                return known.day(slot);
            }
        }
        return olderDay <= day ? olderDay : -NONE;
    }

    /** The bits of these days in {@link #people} and {@link #features}. */
    public long mask(long first, long last) {
        long slot = known.slot(last);
        return slots(slot, slot + (last - first));
    }

    /** Whether it is still known who and what was used on the {@code days} known days up to {@code last}. */
    public boolean tellsApart(long last, int days) {
        return known.slot(last) + days <= Long.SIZE;
    }

    /** Whether uses of these days are still counted by day. */
    public boolean counts(long last, int days) {
        return known.slot(last) + days <= RING;
    }

    private static long slots(long from, long to) {
        long low = Math.max(0, from);
        long high = Math.min(Long.SIZE - 1, to);
        if (high < low) {
            return 0;
        }
        long upTo = high == Long.SIZE - 1 ? -1L : (1L << (high + 1)) - 1;
        return upTo & (-1L << low);
    }

    UsageFacts use(long day, long quantity, long personKey, long featureKey) {
        UsageFacts at = rollTo(day).told(day);
        long index = at.known.slot(day);
        boolean inRing = index < RING;
        int[] nextCounts = inRing ? added(at.counts, (int) index, quantity) : at.counts;
        return new UsageFacts(
                at.known,
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
                : products(products.use(productId, known.slot(day), uses(quantity)));
    }

    /** The products of the days from {@code first} to {@code last} that are told apart, each as if nothing else were used. */
    List<UsageFacts> apart(long first, long last) {
        return products.usedOn(mask(first, last)).stream().map(this::only).toList();
    }

    private UsageFacts only(ProductUse use) {
        return new UsageFacts(
                known,
                Arrays.copyOf(use.counts(), RING),
                DayBits.EMPTY,
                DayBits.EMPTY,
                known.day(Long.SIZE - 1 - Long.numberOfLeadingZeros(use.days())),
                NONE,
                NONE,
                -NONE,
                UsageMonths.NONE,
                Products.of(List.of(use)));
    }

    /** Moves the anchor to {@code day}; never back. */
    UsageFacts rollTo(long day) {
        long by = day - anchor();
        return by <= 0 ? this : moved(0, by, known.rolledTo(day));
    }

    /**
     * The source of use was silent and is heard of again on {@code day}: where that was for long, nothing is known of the days
     * between, nor of the day on which it fell silent, if it had told no use of it.
     */
    UsageFacts heardAgain(long day) {
        if (day - 1 - anchor() <= KnownDays.LATE) {
            return this;
        }
        int told = at(0) > 0 ? 1 : 0;
        return moved(0, told, known.silent(anchor() + told, day));
    }

    /** Days of a gap become known: those from before it make room for them. */
    private UsageFacts told(long day) {
        if (known.known(day)) {
            return this;
        }
        KnownDays more = known.told(day);
        long slot = known.slot(day);
        return moved((int) Math.min(RING, slot), more.slot(known.day(slot)) - slot, more);
    }

    /** Makes room for {@code by} known days at a slot; what is behind it moves on, and out at the end. */
    private UsageFacts moved(int slot, long by, KnownDays next) {
        int[] moved = new int[RING];
        System.arraycopy(counts, 0, moved, 0, slot);
        int left = (int) Math.max(0, RING - slot - by);
        if (left > 0) {
            System.arraycopy(counts, slot, moved, slot + (int) by, left);
        }
        long fallen = olderDay;
        UsageMonths fallenMonths = months;
        for (int i = slot + left; i < RING; i++) {
            fallen = counts[i] > 0 ? Math.max(fallen, known.day(i)) : fallen;
            fallenMonths = counts[i] > 0 ? fallenMonths.with(known.day(i), counts[i]) : fallenMonths;
        }
        return new UsageFacts(
                next.within(RING),
                moved,
                people.moved(slot, by, PEOPLE),
                features.moved(slot, by, FEATURES),
                firstDay,
                firstPersonDay,
                firstFeatureDay,
                fallen,
                fallenMonths,
                products.moved(slot, by));
    }

    /**
     * As if nothing had been used from {@code first} to {@code last}. The first day of use, of people and of features, and the
     * last one of those that fell out of {@code counts}, are then the first and the last that are still known.
     */
    UsageFacts without(long first, long last) {
        int[] left = counts.clone();
        long from = Math.max(0, known.slot(last));
        long end = known.slot(first - 1);
        for (long slot = from; slot < Math.min(RING, end); slot++) {
            left[(int) slot] = 0;
        }
        boolean fellOut = within(olderDay, first, last);
        long older = !fellOut ? olderDay : firstDay < first ? firstDay : -NONE;
        long mask = slots(from, end - 1);
        UsageFacts rest = new UsageFacts(
                known, left, people.without(mask), features.without(mask), NONE, NONE, NONE, older, months);
        return new UsageFacts(
                known,
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
                return known.day(i);
            }
        }
        return NONE;
    }

    private long oldest(DayBits bits) {
        int oldest = bits.oldest();
        return oldest < 0 ? NONE : known.day(oldest);
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
                && known.equals(that.known)
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
        return known.hashCode() * 31 + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "UsageFacts[anchor " + Days.date(anchor()) + ", " + people + "]";
    }
}

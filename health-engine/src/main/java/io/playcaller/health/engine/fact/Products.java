package io.playcaller.health.engine.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Meaningful use by product, of the facts that name one, over 64 UTC days. Products are kept as people are ({@link DayBits}):
 * the {@link #MOST} with the lowest fingerprints are told apart, and which days of which products are kept is a function of the
 * facts, whatever their order. A day that is kept was kept ever since its first use, so that its count is whole.
 *
 * @param days which product was used on which day
 * @param uses the same products in the order of their keys, and how much on each of these days
 */
public record Products(DayBits days, List<ProductUse> uses) {

    /** Products of an account that are told apart. */
    public static final int MOST = 8;

    /** A product that was not used for so long is no longer spoken of; what is told later counts for the account only. */
    public static final int DAYS = Long.SIZE;

    /** A longer id is cut, and ends in its fingerprint. */
    static final int LONGEST = 40;

    public static final Products NONE = new Products(DayBits.EMPTY, List.of());

    public Products {
        uses = List.copyOf(uses);
    }

    /** As they are written: in the order of their keys. */
    public static Products of(List<ProductUse> uses) {
        return new Products(
                new DayBits(
                        uses.stream().mapToLong(ProductUse::key).toArray(),
                        uses.stream().mapToLong(ProductUse::days).toArray(),
                        0),
                uses);
    }

    public boolean isEmpty() {
        return uses.isEmpty();
    }

    Products use(String productId, long daysAgo, long quantity) {
        String id = Fingerprint.bounded(productId, LONGEST);
        long key = Fingerprint.of(id);
        DayBits marked = days.mark(key, daysAgo, MOST);
        if (daysAgo >= DAYS || ((marked.of(key) >>> daysAgo) & 1) == 0) {
            return this;
        }
        List<ProductUse> more = with(known(key, id).plus(daysAgo, quantity));
        boolean onlyCounted = ((days.of(key) >>> daysAgo) & 1) == 1;
        return onlyCounted ? new Products(days, more) : fitted(marked, more, use -> use);
    }

    private ProductUse known(long key, String id) {
        for (ProductUse use : uses) {
            if (use.key() == key) {
                return use;
            }
        }
        return ProductUse.of(id, new int[DAYS]);
    }

    private List<ProductUse> with(ProductUse more) {
        List<ProductUse> next = new ArrayList<>(uses);
        int at = 0;
        while (at < next.size() && next.get(at).key() < more.key()) {
            at++;
        }
        if (at < next.size() && next.get(at).key() == more.key()) {
            next.set(at, more);
        } else {
            next.add(at, more);
        }
        return next;
    }

    Products moved(int slot, long by) {
        return isEmpty() || by == 0 || slot >= DAYS
                ? this
                : fitted(days.moved(slot, by, MOST), uses, use -> use.moved(slot, by));
    }

    /** Without the days in {@code mask}. */
    Products without(long mask) {
        return isEmpty() ? this : fitted(days.without(mask), uses, use -> use);
    }

    /** Of {@code uses} what is still among {@code days}. */
    private static Products fitted(DayBits days, List<ProductUse> uses, UnaryOperator<ProductUse> moved) {
        List<ProductUse> left = new ArrayList<>(uses.size());
        for (ProductUse use : uses) {
            long kept = days.of(use.key());
            if (kept != 0) {
                left.add(moved.apply(use).on(kept));
            }
        }
        return new Products(days, left);
    }

    /** Those of the {@link #MOST} lowest keys that were used on a day in {@code mask}. */
    public List<ProductUse> usedOn(long mask) {
        return uses.stream()
                .filter(use -> (days.of(use.key()) & mask) != 0)
                .limit(MOST)
                .toList();
    }

    /** How many more there are in {@code mask}; estimated. */
    long beyond(long mask) {
        return Math.max(0, days.count(mask, MOST) - MOST);
    }
}

package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Contract;
import io.playcaller.health.engine.fact.DayBits;
import io.playcaller.health.engine.fact.Holdings.Held;
import io.playcaller.health.engine.fact.ProductUse;
import io.playcaller.health.engine.fact.View;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Use of products that no open contract is of: a trial, an add-on, a part that is not locked. Nothing is said of it where it is not
 * known of which products all open contracts are, or where nothing is used that they name: use may name products otherwise than
 * contracts do.
 */
public final class UnlicensedUse {

    private UnlicensedUse() {}

    /** Of 28 finished days those with use of the product, of these, that was used on most; {@link Reading#MISSING} where nothing can be said. */
    public static long days(Context context) {
        Set<String> licensed = licensed(context);
        List<ProductUse> used = used(context);
        if (used.stream().noneMatch(use -> licensed.contains(use.id()))) {
            return Reading.MISSING;
        }
        return unlicensed(context, licensed, 1).stream()
                .mapToLong(use -> days(context, use))
                .max()
                .orElse(0);
    }

    /** The products of these that were used on at least so many days, in their order. */
    public static List<String> products(Context context, long days) {
        return unlicensed(context, licensed(context), days).stream()
                .map(ProductUse::id)
                .sorted()
                .toList();
    }

    public static String sentence(Context context) {
        return unlicensed(context, licensed(context), 1).stream()
                .max(Comparator.<ProductUse>comparingLong(use -> days(context, use))
                        .thenComparing(ProductUse::id))
                .map(use -> use.id() + ", which no open contract is of, was used on "
                        + Words.count(days(context, use), "day") + " of 28")
                .orElse("Only products of open contracts are used");
    }

    private static List<ProductUse> unlicensed(Context context, Set<String> licensed, long days) {
        return used(context).stream()
                .filter(use -> !licensed.contains(use.id()) && days(context, use) >= days)
                .toList();
    }

    private static List<ProductUse> used(Context context) {
        return context.usage().products().usedOn(window(context));
    }

    private static long days(Context context, ProductUse use) {
        return Long.bitCount(use.days() & window(context));
    }

    private static long window(Context context) {
        long yesterday = context.view().day(Feed.USAGE) - 1;
        return context.usage().mask(yesterday - DayBits.WINDOW + 1, yesterday);
    }

    /** Empty where it is not known of all open contracts. */
    private static Set<String> licensed(Context context) {
        View view = context.view();
        Set<String> licensed = new TreeSet<>();
        for (Held held : view.holdings().open()) {
            if (!held.contract().namesProducts()) {
                return Set.of();
            }
            held.contract().lines().stream()
                    .filter(line -> view.day() < line.endDay())
                    .map(Contract.Line::product)
                    .forEach(licensed::add);
        }
        return licensed;
    }
}

package io.playcaller.forecast.renewal;

import io.playcaller.contracts.forecast.Category;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Categories as words. */
public final class Categories {

    /** All that a forecast can have, in the order of a forecast call. */
    public static final List<Category> ALL =
            List.of(Category.COMMIT, Category.BEST_CASE, Category.AT_RISK, Category.LOST);

    private Categories() {}

    /** The word on the wire, such as {@code best-case}. */
    public static String key(Category category) {
        return category.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The category of a word; empty when there is none. */
    public static Optional<Category> of(String key) {
        return Arrays.stream(Category.values())
                .filter(category -> ALL.contains(category) && key(category).equals(key))
                .findFirst();
    }
}

package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.forecast.Category;
import java.util.Locale;

/** Terms as a sentence has them. */
final class Words {

    private Words() {}

    static String of(Category category) {
        return category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

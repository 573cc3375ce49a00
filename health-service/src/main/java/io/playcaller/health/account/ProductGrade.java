package io.playcaller.health.account;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.ProductScore;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How well an account uses a product, as lists show it and are filtered by it.
 *
 * @param grade null while there is too little to say
 */
public record ProductGrade(String productId, @Nullable Grade grade) {

    private static final String NO_GRADE = "-";

    public static ProductGrade of(ProductScore product) {
        return new ProductGrade(product.productId(), product.grade());
    }

    /** What {@link #entry()} wrote. */
    public static ProductGrade ofEntry(String entry) {
        String grade = entry.substring(0, 1);
        return new ProductGrade(entry.substring(1), grade.equals(NO_GRADE) ? null : Grade.valueOf(grade));
    }

    /** One text to look for: the grade's letter, or a dash, and the id. */
    public String entry() {
        return (grade == null ? NO_GRADE : grade.name()) + productId;
    }

    /** All that a product can have. */
    public static List<String> entries(String productId) {
        return Stream.concat(Stream.of((Grade) null), EnumSet.range(Grade.A, Grade.E).stream())
                .map(grade -> new ProductGrade(productId, grade).entry())
                .toList();
    }
}

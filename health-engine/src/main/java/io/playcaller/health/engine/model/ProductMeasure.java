package io.playcaller.health.engine.model;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A measure of the use of one product, with its place in the product's score.
 *
 * @param weight relative to the other measures of products, 1 to 1,000
 * @param curve from its value to points
 */
public record ProductMeasure(Kind kind, int weight, Curve curve) {

    /** What is known of one product. A value is in thousandths of its unit. */
    public enum Kind {
        /** Finished weekdays since the product was used. */
        DAYS_SINCE_USE("days-since-use"),
        /** Days of the last 28 on which anybody used it. */
        USED_DAYS("used-days"),
        /** Its use in the last 7 finished days against the mean of the 4 weeks before. */
        WEEK_TREND("week-trend");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The name in files and on the wire. */
        public String id() {
            return id;
        }

        public static Optional<Kind> ofId(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
        }
    }

    public ProductMeasure {
        Objects.requireNonNull(kind, "kind");
        Require.range("products." + kind.id() + ".weight", weight, 1, 1000);
        Objects.requireNonNull(curve, "curve");
    }

    public String id() {
        return kind.id();
    }
}

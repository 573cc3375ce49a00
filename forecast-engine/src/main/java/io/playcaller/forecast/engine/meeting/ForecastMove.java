package io.playcaller.forecast.engine.meeting;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the forecast of a contract moved between two times.
 *
 * @param before null where it was not forecast yet
 * @param after null where it is forecast no more: it renewed, or ended
 */
public record ForecastMove(
        @Nullable ForecastPoint before, @Nullable ForecastPoint after) {

    /** A probability that moved by so many millionths is worth a word. */
    private static final int NOTABLE = 100_000;

    /** What became of it. */
    public enum Kind {
        ENTERED("entered"),
        LEFT("left"),
        CATEGORY("category"),
        AMOUNT("amount"),
        PROBABILITY("probability"),
        STILL("still");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The word beside figures. */
        public String key() {
            return key;
        }
    }

    /** By how much what is expected to renew changed, minor units. */
    public long change() {
        return expected(after) - expected(before);
    }

    /** The first of these that is true of it. */
    public Kind kind() {
        if (before == null) {
            return Kind.ENTERED;
        }
        if (after == null) {
            return Kind.LEFT;
        }
        if (before.category() != after.category()) {
            return Kind.CATEGORY;
        }
        if (!before.arr().equals(after.arr())) {
            return Kind.AMOUNT;
        }
        return Math.abs(before.renews() - after.renews()) >= NOTABLE ? Kind.PROBABILITY : Kind.STILL;
    }

    /** Either side of it. */
    public ForecastPoint some() {
        return after == null ? Objects.requireNonNull(before, "a move of nothing") : after;
    }

    private static long expected(@Nullable ForecastPoint point) {
        return point == null ? 0 : point.expected();
    }
}

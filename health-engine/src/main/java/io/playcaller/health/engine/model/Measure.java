package io.playcaller.health.engine.model;

import io.playcaller.contracts.reason.Reason;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A named function of an account's state, with its place in the score.
 *
 * @param dimension the dimension whose weight it shares
 * @param weight relative to the other measures of its dimension, 1 to 1,000
 * @param curve from its value to points
 * @param reason what it speaks for when it is bad
 * @param optional whether most accounts lack it, so that one without it is known no worse
 * @param relative from its place among its peers, thousandths of them, to points; null where it is not compared with them. Where
 *     there are too few peers {@code curve} applies
 */
public record Measure(
        Yardstick kind,
        String dimension,
        int weight,
        Curve curve,
        Reason reason,
        boolean optional,
        @Nullable Curve relative) {

    private static final int ALL = 1000;
    private static final long THOUSAND = 1000;

    /** One that is compared with nobody. */
    public Measure(Yardstick kind, String dimension, int weight, Curve curve, Reason reason, boolean optional) {
        this(kind, dimension, weight, curve, reason, optional, null);
    }

    /** One that is expected of every account. */
    public Measure(Yardstick kind, String dimension, int weight, Curve curve, Reason reason) {
        this(kind, dimension, weight, curve, reason, false);
    }

    public Measure {
        Objects.requireNonNull(kind, "kind");
        Require.text("measures." + kind.id() + ".dimension", dimension);
        Require.range("measures." + kind.id() + ".weight", weight, 1, 1000);
        Objects.requireNonNull(curve, "curve");
        Objects.requireNonNull(reason, "reason");
        if (kind instanceof Declared declared && declared.expression() instanceof Expression.DaysSince since) {
            remembered(kind.id(), curve, since.sign().remembered());
        }
        if (relative != null) {
            for (Curve.Point point : relative.points()) {
                Require.range("measures." + kind.id() + ".relative", point.value(), 0, ALL);
            }
        }
    }

    public String id() {
        return kind.id();
    }

    private static void remembered(String id, Curve curve, int days) {
        for (Curve.Point point : curve.points()) {
            Require.that(
                    point.value() <= days * THOUSAND,
                    "measures." + id + ".curve",
                    "ends at " + days + ", for it is not known for longer when it was seen last");
        }
    }
}

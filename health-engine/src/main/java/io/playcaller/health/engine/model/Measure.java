package io.playcaller.health.engine.model;

import io.playcaller.contracts.reason.Reason;
import java.util.Objects;

/**
 * A named function of an account's state, with its place in the score.
 *
 * @param dimension the dimension whose weight it shares
 * @param weight relative to the other measures of its dimension, 1 to 1,000
 * @param curve from its value to points
 * @param reason what it speaks for when it is bad
 * @param optional whether most accounts lack it, so that one without it is known no worse
 */
public record Measure(MeasureKind kind, String dimension, int weight, Curve curve, Reason reason, boolean optional) {

    /** One that is expected of every account. */
    public Measure(MeasureKind kind, String dimension, int weight, Curve curve, Reason reason) {
        this(kind, dimension, weight, curve, reason, false);
    }

    public Measure {
        Objects.requireNonNull(kind, "kind");
        Require.text("measures." + kind.id() + ".dimension", dimension);
        Require.range("measures." + kind.id() + ".weight", weight, 1, 1000);
        Objects.requireNonNull(curve, "curve");
        Objects.requireNonNull(reason, "reason");
    }

    public String id() {
        return kind.id();
    }
}

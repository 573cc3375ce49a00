package io.playcaller.health.engine.model;

import io.playcaller.contracts.fact.Feed;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A function of an account's state that a model declares.
 *
 * @param place among those that its model declares, from 0
 * @param id 2 to 40 small letters, digits and hyphens, none of {@link MeasureKind}
 * @param label what its sentence begins with; empty for nothing
 */
public record Declared(int place, String id, String label, Expression expression) implements Yardstick {

    /** A model may declare so many. */
    public static final int MOST = 24;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final int LONGEST_LABEL = 80;

    public Declared {
        Require.that(
                ID.matcher(id).matches(),
                "measure",
                "`" + id + "` must be 2 to 40 small letters, digits and hyphens, a letter first");
        Require.that(
                MeasureKind.ofId(id).isEmpty(),
                "measure",
                "`" + id + "` is known to the engine: leave `value` out, or take another name");
        Require.that(label.length() <= LONGEST_LABEL, "label", "must have at most " + LONGEST_LABEL + " characters");
        Objects.requireNonNull(expression, "expression");
    }

    @Override
    public int position() {
        return Places.KNOWN.size() + place;
    }

    @Override
    public Feed feed() {
        return expression.feed();
    }

    @Override
    public String unit() {
        return expression.unit();
    }
}

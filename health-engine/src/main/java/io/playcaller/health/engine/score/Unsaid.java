package io.playcaller.health.engine.score;

import io.playcaller.health.engine.model.Places;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account's own score, and what children do to it, moved since its health was last announced, by too little to be announced.
 * It is said with what people read next, or at midnight; each part then has the cause and the fact that it had when it happened.
 *
 * @param levels as they stand; null where neither they nor children moved
 * @param shifts what moved: they sum to what the score moved; none where {@code levels} is null
 */
public record Unsaid(@Nullable Levels levels, List<Shift> shifts) {

    public static final Unsaid NOTHING = new Unsaid(null, List.of());

    public Unsaid {
        shifts = List.copyOf(shifts);
    }

    /** The same by the places of another model. */
    Unsaid by(Places places) {
        return levels == null ? this : new Unsaid(levels.by(places), shifts);
    }

    /** What children added or took since, milli-points. */
    long byChildren() {
        return shifts.stream().filter(Shift::byChildren).mapToLong(Shift::whole).sum();
    }
}

package io.playcaller.health.engine.model;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * A signal that one condition opens.
 *
 * @param enter opens at this value or above; or below, where the condition {@linkplain Condition.Shape#falling falls}
 * @param enterBySegment exceptions by segment
 * @param leave the condition is over below this value, or at it and above (see {@link Condition#SILENT} for its own reading)
 * @param enterFor how long it must hold; an import looks back 26 days, so that what is longer opens later
 */
public record DirectRule(
        Condition condition,
        long enter,
        Map<String, Long> enterBySegment,
        long leave,
        Duration enterFor,
        EpisodeSpan span,
        Scope scope) {

    /** Who used it on which day is not known for long enough to ask for more. */
    public static final int KEY_USER_DAYS = 14;

    public DirectRule {
        Objects.requireNonNull(condition, "condition");
        String key = "signals." + condition.id();
        Require.range(key + ".enter", enter, 1, 1_000_000);
        enterBySegment = Map.copyOf(enterBySegment);
        enterBySegment.forEach((segment, value) -> Require.range(key + ".enter." + segment, value, 1, 1_000_000));
        Require.range(key + ".leave", leave, 1, 1_000_000);
        if (condition.shape().falling()) {
            Require.that(leave > enter, key + ".leave", "must be above enter");
        } else {
            Require.that(condition == Condition.SILENT || leave <= enter, key + ".leave", "must not be above enter");
        }
        if (condition == Condition.ADMIN_LOST || condition == Condition.POWER_USER_LOST) {
            Require.range(key + ".enter", enter, 1, KEY_USER_DAYS);
            enterBySegment.forEach(
                    (segment, value) -> Require.range(key + ".enter." + segment, value, 1, KEY_USER_DAYS));
        }
        Require.range(key + ".enterFor", enterFor.toDays(), 0, 60);
    }

    public long enter(String segment) {
        return enterBySegment.getOrDefault(segment, enter);
    }
}

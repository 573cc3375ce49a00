package io.playcaller.health.engine.model;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * A signal that one condition opens.
 *
 * @param enter opens at this value or above
 * @param enterBySegment exceptions by segment
 * @param leave the condition is over below this value (see {@link Condition#SILENT} for its own reading)
 * @param enterFor how long it must hold
 */
public record DirectRule(
        Condition condition,
        long enter,
        Map<String, Long> enterBySegment,
        long leave,
        Duration enterFor,
        EpisodeSpan span) {

    public DirectRule {
        Objects.requireNonNull(condition, "condition");
        String key = "signals." + condition.id();
        Require.range(key + ".enter", enter, 1, 1_000_000);
        enterBySegment = Map.copyOf(enterBySegment);
        enterBySegment.forEach((segment, value) -> Require.range(key + ".enter." + segment, value, 1, 1_000_000));
        Require.range(key + ".leave", leave, 1, 1_000_000);
        Require.that(condition == Condition.SILENT || leave <= enter, key + ".leave", "must not be above enter");
        Require.range(key + ".enterFor", enterFor.toDays(), 0, 21);
    }

    public long enter(String segment) {
        return enterBySegment.getOrDefault(segment, enter);
    }
}

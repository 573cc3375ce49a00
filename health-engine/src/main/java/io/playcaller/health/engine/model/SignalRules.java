package io.playcaller.health.engine.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When a signal opens and closes, and how severe it is.
 *
 * @param risk the rule of the whole score
 * @param direct rules of single conditions; each condition at most once
 * @param warmUpDays days of history before absence or decline may be concluded
 */
public record SignalRules(RiskRule risk, List<DirectRule> direct, SeverityRule severity, int warmUpDays) {

    public SignalRules {
        direct = List.copyOf(direct);
        Require.range("signals.warmUpDays", warmUpDays, 0, 28);
        Set<Condition> seen = EnumSet.noneOf(Condition.class);
        for (DirectRule rule : direct) {
            Require.that(
                    seen.add(rule.condition()), "signals." + rule.condition().id(), "stands twice");
        }
    }

    /** The rule of a condition that has one: a signal of it was opened. */
    public DirectRule direct(Condition condition) {
        return direct.stream()
                .filter(rule -> rule.condition() == condition)
                .findFirst()
                .orElseThrow();
    }
}

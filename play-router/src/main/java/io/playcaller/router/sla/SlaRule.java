package io.playcaller.router.sla;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds in some cases, instead of what play and severity state. What it does not state stays as it is.
 *
 * @param name for people
 * @param when the cases
 * @param targets what it gives
 * @param off clocks that do not run
 * @param warnPercent null where the severity's stays
 * @param ladder null where the play's stays; empty where nobody above is told
 */
public record SlaRule(
        String name,
        When when,
        SlaTargets targets,
        Set<Clock> off,
        @Nullable Integer warnPercent,
        @Nullable List<EscalationStep> ladder) {

    /** Cases: of each kind one of those named, where any is. */
    public record When(
            Set<String> plays, Set<Severity> severities, Set<String> tiers, Set<String> segments, Set<String> stages) {

        boolean holds(SlaCase of) {
            return allows(plays, of.play())
                    && allows(severities, SlaTable.known(of.severity()))
                    && allows(tiers, of.tier())
                    && allows(segments, of.segment())
                    && allows(stages, of.stage());
        }

        private static <T> boolean allows(Set<T> named, @Nullable T value) {
            return named.isEmpty() || (value != null && named.contains(value));
        }
    }

    /** Whether it changes nothing. */
    public boolean isEmpty() {
        return targets.isEmpty() && off.isEmpty() && warnPercent == null && ladder == null;
    }

    /** The policy of a case in which this rule holds. What the rule states is also what a critical signal gets. */
    SlaPolicy over(SlaPolicy policy) {
        SlaTargets stated = policy.own().isEmpty() ? policy.bySeverity() : policy.own();
        boolean critical = policy.severity() == Severity.CRITICAL;
        return new SlaPolicy(
                policy.severity(),
                stated.without(off).overriddenBy(targets),
                critical
                        ? policy.bySeverity()
                                .without(off)
                                .without(targets.byClock().keySet())
                        : SlaTargets.NONE,
                policy.giveUp(),
                warnPercent == null ? policy.warnPercent() : warnPercent,
                ladder == null ? policy.ladder() : ladder);
    }
}

package io.playcaller.router.sla;

import io.playcaller.contracts.reason.Severity;
import java.util.List;
import java.util.Map;

/**
 * What holds where a play says nothing.
 *
 * @param targets by severity
 * @param warnPercent the share of a target after which its assignee is warned, by severity
 * @param ladders escalation ladders by name
 */
public record SlaTable(
        Map<Severity, SlaTargets> targets,
        Map<Severity, Integer> warnPercent,
        Map<String, List<EscalationStep>> ladders) {

    public SlaTable {
        targets = Map.copyOf(targets);
        warnPercent = Map.copyOf(warnPercent);
        ladders = Map.copyOf(ladders);
    }

    SlaTargets targetsOf(Severity severity) {
        return targets.getOrDefault(known(severity), SlaTargets.NONE);
    }

    int warnPercentOf(Severity severity) {
        return warnPercent.getOrDefault(known(severity), 75);
    }

    private static Severity known(Severity severity) {
        return severity == Severity.UNKNOWN ? Severity.MEDIUM : severity;
    }
}

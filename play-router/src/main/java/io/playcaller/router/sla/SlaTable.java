package io.playcaller.router.sla;

import io.playcaller.contracts.reason.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What holds where a play says nothing.
 *
 * @param targets by severity
 * @param warnPercent the share of a target after which its assignee is warned, by severity
 * @param ladders escalation ladders by name
 * @param rules what holds instead in some cases; of those that hold the first counts
 */
public record SlaTable(
        Map<Severity, SlaTargets> targets,
        Map<Severity, Integer> warnPercent,
        Map<String, List<EscalationStep>> ladders,
        List<SlaRule> rules) {

    public SlaTable {
        targets = Map.copyOf(targets);
        warnPercent = Map.copyOf(warnPercent);
        ladders = Map.copyOf(ladders);
        rules = List.copyOf(rules);
    }

    /** The first rule that holds in a case. */
    public Optional<SlaRule> ruleOf(SlaCase of) {
        return rules.stream().filter(rule -> rule.when().holds(of)).findFirst();
    }

    /** A policy as it is in a case. */
    public SlaPolicy inCase(SlaPolicy policy, SlaCase of) {
        return ruleOf(of).map(rule -> rule.over(policy)).orElse(policy);
    }

    SlaTargets targetsOf(Severity severity) {
        return targets.getOrDefault(known(severity), SlaTargets.NONE);
    }

    int warnPercentOf(Severity severity) {
        return warnPercent.getOrDefault(known(severity), 75);
    }

    static Severity known(Severity severity) {
        return severity == Severity.UNKNOWN ? Severity.MEDIUM : severity;
    }
}

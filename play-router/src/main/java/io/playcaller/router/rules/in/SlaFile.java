package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.sla.EscalationStep;
import io.playcaller.router.sla.SlaTable;
import io.playcaller.router.sla.SlaTargets;
import io.playcaller.router.staff.RoleChains;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code sla.yaml}: targets by severity, and escalation ladders. */
final class SlaFile {

    private static final List<Severity> SEVERITIES =
            List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

    private SlaFile() {}

    static SlaTable read(YamlMap file, RoleChains roles) {
        Map<Severity, SlaTargets> targets = new EnumMap<>(Severity.class);
        Map<Severity, Integer> warnings = new EnumMap<>(Severity.class);
        YamlMap severities = file.map("severities");
        for (Severity severity : SEVERITIES) {
            YamlMap map = severities.map(severity.name().toLowerCase(Locale.ROOT));
            targets.put(severity, Reading.targets(map));
            warnings.put(severity, map.integer("warn-at", 1, 99));
            map.rejectUnknown();
        }
        severities.rejectUnknown();
        YamlMap ladders = file.map("ladders");
        Map<String, List<EscalationStep>> read = new LinkedHashMap<>();
        for (String name : ladders.keys()) {
            read.put(name, ladder(ladders, name, roles));
        }
        file.rejectUnknown();
        return new SlaTable(targets, warnings, read);
    }

    private static List<EscalationStep> ladder(YamlMap ladders, String name, RoleChains roles) {
        List<EscalationStep> steps = new ArrayList<>();
        for (YamlMap map : ladders.maps(name)) {
            String tell = map.text("tell");
            if (!tell.equals(EscalationStep.LEAD)) {
                Reading.known(map, "tell", tell, roles.keys(), "role");
            }
            steps.add(new EscalationStep(
                    map.integer("at", 1, 1000),
                    Reading.businessTime(map, "plus").orElse(null),
                    tell));
            map.rejectUnknown();
        }
        return List.copyOf(steps);
    }
}

package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.staff.Role;
import io.playcaller.router.staff.RoleChains;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code roles.yaml}: all roles and who steps in for them. */
final class RolesFile {

    private RolesFile() {}

    static RoleChains read(YamlMap file) {
        YamlMap all = file.map("roles");
        Map<String, Role> roles = new LinkedHashMap<>();
        for (String key : all.keys()) {
            roles.put(key, role(key, all.map(key), all.keys()));
        }
        file.rejectUnknown();
        RoleChains chains = new RoleChains(roles);
        rejectCircles(all, chains);
        for (String needed : List.of(RoleChains.TEAM_LEAD, RoleChains.CS_OPS)) {
            if (!chains.knows(needed)) {
                all.problem(needed, "is missing", "escalations and unassigned tasks need it");
            }
        }
        return chains;
    }

    private static Role role(String key, YamlMap map, Set<String> known) {
        List<String> then = map.has("then") ? map.texts("then") : List.of();
        then.forEach(next -> Reading.known(map, "then", next, known, "role"));
        Role role = new Role(key, map.text("title"), map.optionalText("pool").orElse(key), then);
        map.rejectUnknown();
        return role;
    }

    private static void rejectCircles(YamlMap all, RoleChains chains) {
        Set<Set<String>> said = new HashSet<>();
        for (String key : all.keys()) {
            chains.circle(key)
                    .filter(circle -> said.add(new HashSet<>(circle)))
                    .ifPresent(circle -> all.map(circle.get(0))
                            .problem(
                                    "then",
                                    "runs in a circle: " + String.join(" → ", circle),
                                    "cut one of its arrows"));
        }
    }
}

package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.sla.AlarmKind;
import io.playcaller.router.sla.EscalationStep;
import io.playcaller.router.staff.RoleChains;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One step of a ladder as {@code sla.yaml} states it. That a person or a team is there is not asked here: people come and go
 * without the file. Whom a step does not find the lead stands in for.
 */
record LadderStep(YamlMap map, RoleChains roles) {

    private static final String TELL = "tell";
    private static final String REASSIGN = "reassign";
    private static final String REPEAT = "repeat";
    private static final String EVERY = "every";

    private static final int MOST_REPEATS = 5;

    EscalationStep read() {
        String key = key();
        String whom = map.text(key);
        check(key, whom);
        boolean repeats = repeats();
        EscalationStep step = new EscalationStep(
                key.equals(TELL) ? AlarmKind.ESCALATE : AlarmKind.REASSIGN,
                clocks(),
                map.integer("at", 1, 1000),
                Reading.businessTime(map, "plus").orElse(null),
                repeats ? map.integer(REPEAT, 1, MOST_REPEATS) : 0,
                Reading.businessTime(map, EVERY).orElse(null),
                whom);
        map.rejectUnknown();
        return step;
    }

    /** Exactly one of the two. */
    private String key() {
        if (map.has(TELL) && map.has(REASSIGN)) {
            map.problem(REASSIGN, "stands beside tell", "make it a step of its own");
        }
        return map.has(REASSIGN) && !map.has(TELL) ? REASSIGN : TELL;
    }

    private void check(String key, String whom) {
        boolean named = Stream.of(EscalationStep.PERSON, EscalationStep.TEAM)
                .anyMatch(kind -> whom.startsWith(kind) && whom.length() > kind.length());
        if (key.equals(REASSIGN) && whom.startsWith(EscalationStep.TEAM)) {
            map.problem(key, "a task is one person's", "write next, lead, a role or person:ID");
        } else if (!named
                && !whom.equals(EscalationStep.LEAD)
                && !(key.equals(REASSIGN) && whom.equals(EscalationStep.NEXT))) {
            Reading.known(map, key, whom, roles.keys(), "role");
        }
    }

    private boolean repeats() {
        if (map.has(REPEAT) == map.has(EVERY)) {
            return map.has(REPEAT);
        }
        map.problem(
                map.has(REPEAT) ? REPEAT : EVERY,
                "says how often, or how long between, alone",
                "write both, as in {repeat: 3, every: 1bd}");
        return false;
    }

    private Set<Clock> clocks() {
        Set<Clock> clocks = EnumSet.noneOf(Clock.class);
        for (String word : map.has("clocks") ? map.texts("clocks") : List.<String>of()) {
            Reading.clock(map, "clocks", word).ifPresent(clocks::add);
        }
        return clocks;
    }
}

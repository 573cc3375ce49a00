package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.play.Exit;
import io.playcaller.router.play.Exit.Condition;
import io.playcaller.router.play.Exit.Condition.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One entry of {@code exit} of a play of {@code plays.yaml}: all that it states must be so. */
final class PlayExit {

    private static final Set<String> GRADES = Set.of("A", "B", "C", "D");
    private static final int MOST_POINTS = 100;

    private PlayExit() {}

    /** @param steps keys of the play's steps */
    static Exit read(YamlMap map, PlaysFile file, Set<String> steps) {
        List<Condition> all = new ArrayList<>();
        flag(map, "signal-ended", Kind.SIGNAL_ENDED, all);
        flag(map, "touched", Kind.TOUCHED, all);
        flag(map, "steps-done", Kind.STEPS_DONE, all);
        if (map.has("grade-at-least")) {
            all.add(new Condition(Kind.GRADE_AT_LEAST, map.oneOf("grade-at-least", GRADES), 0));
        }
        map.optionalText("stage-left").ifPresent(stage -> all.add(new Condition(Kind.STAGE_LEFT, stage, 0)));
        map.optionalText("milestone").ifPresent(key -> all.add(new Condition(Kind.MILESTONE_REACHED, key, 0)));
        if (map.has("measure")) {
            int points = map.integer("points", 1, MOST_POINTS);
            all.add(new Condition(Kind.MEASURE_AT_LEAST, map.text("measure"), points));
        }
        if (map.has("adoption-at-least")) {
            all.add(new Condition(Kind.ADOPTION_AT_LEAST, "", map.integer("adoption-at-least", 1, MOST_POINTS)));
        }
        if (map.has("hand-over-accepted")) {
            all.add(new Condition(Kind.HAND_OVER_ACCEPTED, file.role(map, "hand-over-accepted"), 0));
        }
        oneOf(map, "step-done", Kind.STEP_DONE, steps, "step of this play", all);
        oneOf(map, "tier", Kind.IN_TIER, PlaysFile.TIERS, "tier", all);
        map.optionalText("begun-by").ifPresent(code -> all.add(new Condition(Kind.BEGUN_BY, reason(map, code), 0)));
        int days = Reading.days(map, "for").orElse(0);
        map.rejectUnknown();
        if (all.isEmpty()) {
            map.problem("signal-ended", "is missing", "state what must be so about the customer");
        }
        Exit exit = new Exit(all, days);
        if (exit.saysOnlyWhich()) {
            String which = map.has("tier") ? "tier" : "begun-by";
            map.problem(which, "stands alone", "every such run would end at once: add what must be so");
        }
        if (exit.isStepsDone() && (all.size() > 1 || days > 0)) {
            map.problem("steps-done", "stands beside others", "it is an exit of its own: make it one more entry");
        }
        return exit;
    }

    private static String reason(YamlMap map, String code) {
        if (Reason.ofCode(code).filter(known -> known != Reason.UNKNOWN).isEmpty()) {
            map.problem("begun-by", "there is no reason " + code, "docs/reasons.md lists them");
        }
        return code;
    }

    private static void oneOf(YamlMap map, String key, Kind kind, Set<String> known, String what, List<Condition> all) {
        map.optionalText(key)
                .ifPresent(word -> all.add(new Condition(kind, Reading.known(map, key, word, known, what), 0)));
    }

    private static void flag(YamlMap map, String key, Kind kind, List<Condition> all) {
        if (map.has(key) && !map.bool(key)) {
            map.problem(key, "is false", "write true, or leave it out");
        } else if (map.has(key)) {
            all.add(new Condition(kind, "", 0));
        }
    }
}

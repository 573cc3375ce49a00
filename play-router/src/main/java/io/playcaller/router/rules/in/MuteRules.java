package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.play.MuteRule;
import java.util.Optional;

/** The part {@code mute} of {@code plays.yaml}. */
final class MuteRules {

    private MuteRules() {}

    static MuteRule read(YamlMap map) {
        String because = map.text("because");
        Optional<String> stage = map.optionalText("while-stage");
        MuteRule rule = new MuteRule(
                because,
                stage.orElse(null),
                Reading.reasons(map, "while-open"),
                Reading.kinds(map, "while-open-kinds"),
                map.has("worked-on") && map.bool("worked-on"),
                Reading.reasons(map, "mute"),
                Reading.kinds(map, "mute-kinds"));
        boolean namesSignals =
                !rule.openReasons().isEmpty() || !rule.openKinds().isEmpty();
        if (stage.isEmpty() && !namesSignals) {
            map.problem("while-open", "is missing", "add while-stage, while-open or while-open-kinds");
        }
        if (rule.workedOn() && !namesSignals) {
            map.problem("worked-on", "says nothing of a stage", "add while-open or while-open-kinds, or take it out");
        }
        if (rule.muted().isEmpty() && rule.mutedKinds().isEmpty()) {
            map.problem("mute", "is missing", "add mute or mute-kinds");
        }
        map.rejectUnknown();
        return rule;
    }
}

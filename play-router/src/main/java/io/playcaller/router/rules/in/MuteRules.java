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
                Reading.reasons(map, "mute"),
                Reading.kinds(map, "mute-kinds"));
        if (stage.isEmpty() && rule.openReasons().isEmpty() && rule.openKinds().isEmpty()) {
            map.problem("while-open", "is missing", "add while-stage, while-open or while-open-kinds");
        }
        if (rule.muted().isEmpty() && rule.mutedKinds().isEmpty()) {
            map.problem("mute", "is missing", "add mute or mute-kinds");
        }
        map.rejectUnknown();
        return rule;
    }
}

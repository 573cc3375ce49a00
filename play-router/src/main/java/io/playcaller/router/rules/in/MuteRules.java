package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.router.play.MuteRule;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The part {@code mute} of {@code plays.yaml}. */
final class MuteRules {

    private static final Map<String, SignalKind> KINDS = Map.of(
            "risk", SignalKind.RISK,
            "expansion", SignalKind.EXPANSION,
            "lifecycle", SignalKind.LIFECYCLE,
            "forecast", SignalKind.FORECAST,
            "advocacy", SignalKind.ADVOCACY,
            "data-quality", SignalKind.DATA_QUALITY);

    private MuteRules() {}

    static MuteRule read(YamlMap map) {
        String because = map.text("because");
        Optional<String> stage = map.optionalText("while-stage");
        MuteRule rule = new MuteRule(
                because,
                stage.orElse(null),
                Reading.reasons(map, "while-open"),
                kinds(map, "while-open-kinds"),
                Reading.reasons(map, "mute"),
                kinds(map, "mute-kinds"));
        if (stage.isEmpty() && rule.openReasons().isEmpty() && rule.openKinds().isEmpty()) {
            map.problem("while-open", "is missing", "add while-stage, while-open or while-open-kinds");
        }
        if (rule.muted().isEmpty() && rule.mutedKinds().isEmpty()) {
            map.problem("mute", "is missing", "add mute or mute-kinds");
        }
        map.rejectUnknown();
        return rule;
    }

    private static Set<SignalKind> kinds(YamlMap map, String key) {
        Set<SignalKind> kinds = EnumSet.noneOf(SignalKind.class);
        for (String word : map.has(key) ? map.texts(key) : List.<String>of()) {
            Reading.known(map, key, word, KINDS.keySet(), "kind of signal");
            Optional.ofNullable(KINDS.get(word)).ifPresent(kinds::add);
        }
        return kinds;
    }
}

package io.playcaller.forecast.process.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.process.Criterion;
import io.playcaller.forecast.engine.process.JudgeRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists of criteria: each entry has one key. */
final class Criteria {

    private static final int FULL_SCORE = 100;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Set<String> JUDGES = Set.of("csm", "manager");

    private static final Map<String, BiFunction<YamlMap, String, Criterion>> KINDS = new TreeMap<>(Map.of(
            "stage", (map, key) -> new Criterion.StageReached(Reading.stage(map, key)),
            "judged-by", Criteria::judged,
            "not-called", (map, key) -> new Criterion.NotCalled(Reading.category(map, key)),
            "touch-within", (map, key) -> new Criterion.TouchWithin(Reading.days(map, key)),
            "milestone", (map, key) -> new Criterion.MilestoneReached(map.text(key)),
            "health-at-least", (map, key) -> new Criterion.HealthAtLeast(map.integer(key, 1, FULL_SCORE)),
            "signal", Criteria::signal,
            "confirmed", Criteria::confirmed));

    private Criteria() {}

    static List<Criterion> read(YamlMap owner, String key) {
        return owner.maps(key).stream().flatMap(Criteria::one).toList();
    }

    /** Whether {@code word} may be confirmed. */
    static boolean isWord(String word) {
        return WORD.matcher(word).matches();
    }

    private static Stream<Criterion> one(YamlMap map) {
        List<String> written = KINDS.keySet().stream().filter(map::has).toList();
        map.rejectUnknown();
        if (map.keys().isEmpty()) {
            map.problem("stage", "is missing, as is any other criterion", Reading.known(KINDS.keySet()));
        }
        if (written.size() > 1) {
            map.problem(written.get(1), "stands beside " + written.get(0), "make it an entry of its own");
        }
        return written.stream()
                .map(key -> Optional.ofNullable(KINDS.get(key)).orElseThrow().apply(map, key));
    }

    private static Criterion judged(YamlMap map, String key) {
        return new Criterion.Judged(JudgeRole.of(map.oneOf(key, JUDGES)).orElse(JudgeRole.CSM));
    }

    private static Criterion signal(YamlMap map, String key) {
        String code = map.text(key);
        Optional<Reason> reason = Reason.ofCode(code).filter(known -> known != Reason.UNKNOWN);
        if (reason.isEmpty() && !code.isEmpty()) {
            map.problem(key, "there is no reason " + code, "docs/reasons.md lists them");
        }
        return new Criterion.SignalOpen(reason.orElse(Reason.UNKNOWN));
    }

    private static Criterion confirmed(YamlMap map, String key) {
        String word = map.text(key);
        if (!word.isEmpty() && !isWord(word)) {
            map.problem(key, "is no word: " + word, "write lower-case letters, digits and hyphens, 40 at most");
        }
        return new Criterion.Confirmed(word);
    }
}

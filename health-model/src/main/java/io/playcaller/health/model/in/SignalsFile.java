package io.playcaller.health.model.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.health.engine.model.Condition;
import io.playcaller.health.engine.model.DirectRule;
import io.playcaller.health.engine.model.EpisodeSpan;
import io.playcaller.health.engine.model.RiskRule;
import io.playcaller.health.engine.model.Scope;
import io.playcaller.health.engine.model.SeverityRule;
import io.playcaller.health.engine.model.SignalRules;
import io.playcaller.health.engine.model.TierRule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code signals.yaml}: when signals open and close, and how severe they are. */
final class SignalsFile {

    static final String NAME = "signals.yaml";

    private static final Set<String> CONDITIONS =
            Arrays.stream(Condition.values()).map(Condition::id).collect(Collectors.toCollection(TreeSet::new));

    private final YamlMap top;
    private final ModelReader reader;
    private final Set<String> segments;
    private final Set<String> tiers;
    private final boolean profileKnown;

    /** @param known the tiers of the profile; empty where it could not be read: then nothing is held against them */
    SignalsFile(YamlMap top, ModelReader reader, Optional<List<TierRule>> known) {
        List<TierRule> profile = known.orElse(List.of());
        this.profileKnown = known.isPresent();
        this.top = top;
        this.reader = reader;
        this.segments = profile.stream().map(TierRule::segment).collect(Collectors.toUnmodifiableSet());
        this.tiers = profile.stream().map(TierRule::tier).collect(Collectors.toUnmodifiableSet());
    }

    Optional<SignalRules> read() {
        return reader.file(top, "direct", map -> {
            Optional<RiskRule> risk = reader.part(top, "risk", SignalsFile::risk);
            List<DirectRule> direct = reader.parts(top, "direct", "condition", this::direct);
            Optional<SeverityRule> severity = reader.part(top, "severity", SignalsFile::severity);
            int warmUp = top.integer("warmUpDays", 0, 28);
            return new SignalRules(required(risk), direct, required(severity), warmUp);
        });
    }

    private static RiskRule risk(YamlMap map) {
        return new RiskRule(
                ModelReader.thousandths(map, "openBelow"),
                map.duration("openFor"),
                ModelReader.thousandths(map, "drop"),
                map.duration("dropWithin"),
                ModelReader.thousandths(map, "closeAt"),
                span(map));
    }

    private DirectRule direct(YamlMap map) {
        Optional<Condition> condition = Condition.ofId(map.oneOf("condition", CONDITIONS));
        // A share is written as it is said, 0.80; every other condition counts.
        int decimals = condition.filter(one -> one.shape().share()).isPresent() ? 3 : 0;
        long enter = ModelReader.scaled(map.decimal("enter"), decimals, "enter");
        long leave = ModelReader.scaled(map.decimal("leave"), decimals, "leave");
        Map<String, Long> bySegment =
                map.has("enterBySegment") ? bySegment(map.map("enterBySegment"), decimals) : Map.of();
        Duration enterFor = optional(map, "enterFor");
        EpisodeSpan span = span(map);
        return new DirectRule(required(condition), enter, bySegment, leave, enterFor, span, scope(map));
    }

    private Scope scope(YamlMap map) {
        Set<String> some = Set.copyOf(map.has("tiers") ? map.texts("tiers") : List.of());
        if (profileKnown && !tiers.containsAll(some)) {
            map.problem("tiers", "not all are tiers of " + ProfileFile.NAME, "some of " + new TreeSet<>(tiers));
        }
        return new Scope(some, optional(map, "after"));
    }

    private Map<String, Long> bySegment(YamlMap map, int decimals) {
        Map<String, Long> values = new TreeMap<>();
        for (String segment : map.keys()) {
            values.put(segment, ModelReader.scaled(map.decimal(segment), decimals, segment));
            if (profileKnown && !segments.contains(segment)) {
                map.problem(segment, "is no segment of " + ProfileFile.NAME, "one of " + new TreeSet<>(segments));
            }
        }
        return values;
    }

    private static EpisodeSpan span(YamlMap map) {
        return new EpisodeSpan(optional(map, "clearFor"), optional(map, "cooldown"), optional(map, "reopenWithin"));
    }

    private static Duration optional(YamlMap map, String key) {
        return map.has(key) ? map.duration(key) : Duration.ZERO;
    }

    private static SeverityRule severity(YamlMap map) {
        return new SeverityRule(
                ModelReader.hundredths(map, "critical"),
                ModelReader.hundredths(map, "high"),
                ModelReader.hundredths(map, "medium"),
                map.integer("noticeDays", 0, 365),
                map.integer("minConfidence", 0, 100) * 10_000);
    }

    /** What is missing here was reported where it was read. */
    private static <T> T required(Optional<T> part) {
        return part.orElseThrow(() -> new IllegalArgumentException("is incomplete"));
    }
}

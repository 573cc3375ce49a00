package io.playcaller.health.model.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.model.DaysBySegment;
import io.playcaller.health.engine.model.StageEntry;
import io.playcaller.health.engine.model.StageExit;
import io.playcaller.health.engine.model.StageRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One stage of {@code profile.yaml}. */
final class StagePart {

    private static final Set<String> CONTRACT = Set.of("open", "ended");
    private static final Set<String> REASONS = Arrays.stream(Reason.values())
            .filter(reason -> reason != Reason.UNKNOWN)
            .map(Reason::code)
            .collect(Collectors.toCollection(TreeSet::new));
    private static final int MOST_DAYS = 3650;

    private final ModelReader reader;
    private final Set<String> segments;

    StagePart(ModelReader reader, Set<String> segments) {
        this.reader = reader;
        this.segments = segments;
    }

    StageRule read(YamlMap map) {
        String name = map.text("stage");
        String owner = map.text("owner");
        DaysBySegment target = days(map, "targetDays");
        Optional<StageEntry> enter = map.has("enter")
                ? reader.part(map, "enter", StagePart::entry)
                : Optional.of(new StageEntry.Otherwise());
        Optional<StageExit> exit = map.has("exit") ? reader.part(map, "exit", this::exit) : Optional.empty();
        Optional<StageRule.Stall> stall =
                map.has("stall") ? reader.part(map, "stall", StagePart::stall) : Optional.empty();
        return new StageRule(
                name,
                enter.orElseThrow(() -> new IllegalArgumentException("enter: is incomplete")),
                exit.orElse(null),
                owner,
                target,
                stall.orElse(null));
    }

    private static StageEntry entry(YamlMap map) {
        if (map.has("contract")) {
            return map.oneOf("contract", CONTRACT).equals("open")
                    ? new StageEntry.ContractOpen()
                    : new StageEntry.ContractEnded();
        }
        return map.has("milestones")
                ? new StageEntry.Reached(List.copyOf(map.texts("milestones")))
                : new StageEntry.RenewalNear(
                        map.integer("daysToRenewal", 0, 1000), map.integer("daysToNotice", 0, 1000));
    }

    private StageExit exit(YamlMap map) {
        return new StageExit(
                List.copyOf(map.texts("milestones")),
                days(map, "atTheLatest"),
                map.optionalText("yieldsTo").orElse(null));
    }

    private static StageRule.Stall stall(YamlMap map) {
        int overTarget = map.integer("overTarget", 0, 1000);
        String reason = map.oneOf("reason", REASONS);
        return new StageRule.Stall(
                overTarget,
                Reason.ofCode(reason).orElseThrow(() -> new IllegalArgumentException("reason: is incomplete")));
    }

    /** Days, and exceptions under {@code <key>BySegment}; null without the key. */
    private @Nullable DaysBySegment days(YamlMap map, String key) {
        Map<String, Integer> bySegment = new TreeMap<>();
        if (map.has(key + "BySegment")) {
            YamlMap exceptions = map.map(key + "BySegment");
            for (String segment : exceptions.keys()) {
                bySegment.put(segment, exceptions.integer(segment, 0, MOST_DAYS));
                if (!segments.contains(segment)) {
                    exceptions.problem(segment, "no tier has this segment", "one of " + new TreeSet<>(segments));
                }
            }
        }
        return map.has(key) || !bySegment.isEmpty()
                ? new DaysBySegment(map.integer(key, 0, MOST_DAYS), bySegment)
                : null;
    }
}

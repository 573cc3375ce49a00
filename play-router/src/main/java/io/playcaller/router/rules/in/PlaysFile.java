package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.digital.DigitalMessage;
import io.playcaller.router.digital.MessageTemplate;
import io.playcaller.router.play.HoldoutPolicy;
import io.playcaller.router.play.MuteRule;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayBook;
import io.playcaller.router.play.TaskGroup;
import io.playcaller.router.sla.SlaTable;
import io.playcaller.router.sla.SlaTargets;
import io.playcaller.router.staff.RoleChains;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code plays.yaml}: plays, what mutes them, what shares a task. */
final class PlaysFile {

    private static final Set<String> HUMAN_TIERS = Set.of("enterprise", "mid-market", "pooled");
    static final Set<String> TIERS = Play.TIERS;
    private static final String HUMAN = "human";

    /** In an hour. */
    private static final int MOST_RUNS = 1_000_000;

    private final RoleChains roles;
    private final SlaTable sla;
    private final Map<String, MessageTemplate> messages;
    private final Map<Reason, Map<Integer, String>> answered = new HashMap<>();
    private final Holdouts holdouts = new Holdouts();

    private PlaysFile(RoleChains roles, SlaTable sla, Map<String, MessageTemplate> messages) {
        this.roles = roles;
        this.sla = sla;
        this.messages = messages;
    }

    /** @param shipped the file that ships, for one that says only what differs from it */
    static PlayBook read(
            YamlMap file, YamlMap shipped, RoleChains roles, SlaTable sla, Map<String, MessageTemplate> messages) {
        return new PlaysFile(roles, sla, messages).book(file, shipped);
    }

    private PlayBook book(YamlMap file, YamlMap shipped) {
        List<Play> plays = new ArrayList<>();
        Map<String, Play> byKey = new LinkedHashMap<>();
        List<YamlMap> maps = FromShipped.plays(file, shipped);
        for (YamlMap map : maps) {
            Play play = play(map);
            plays.add(play);
            if (byKey.putIfAbsent(play.key(), play) != null) {
                map.problem("key", "stands here twice: " + play.key(), "give each play a key of its own");
            }
        }
        Set<String> known = new LinkedHashSet<>(byKey.keySet());
        known.addAll(FromShipped.without(file));
        maps.forEach(map -> followUp(map, byKey, known));
        Optional<String> riskDefault = file.optionalText("risk-default");
        riskDefault.ifPresent(key -> Reading.known(file, "risk-default", key, known, "play"));
        List<MuteRule> mute = file.has("mute")
                ? file.maps("mute").stream().map(MuteRules::read).toList()
                : List.of();
        List<TaskGroup> groups = file.has("group")
                ? file.maps("group").stream().map(TaskGroups::read).toList()
                : List.of();
        BusinessTime wrapUp = Reading.businessTime(file, "wrap-up").orElse(null);
        Map<String, Integer> brake = file.has("brake") ? brake(file.map("brake"), known) : Map.of();
        HoldoutPolicy holdout = holdouts.policy(file, known);
        file.rejectUnknown();
        return new PlayBook(plays, riskDefault.map(byKey::get).orElse(null), mute, groups, wrapUp, brake, holdout);
    }

    /** It is a play, and what follows it, and what follows that, never comes back to it. */
    private static void followUp(YamlMap map, Map<String, Play> byKey, Set<String> known) {
        String next = map.optionalText(PlayCourse.FOLLOW_UP).orElse(null);
        if (next != null) {
            Reading.known(map, PlayCourse.FOLLOW_UP, next, known, "play");
        }
        Set<String> seen = new HashSet<>();
        while (next != null && seen.add(next)) {
            next = byKey.containsKey(next) ? byKey.get(next).course().followUp() : null;
        }
        if (next != null) {
            map.problem(PlayCourse.FOLLOW_UP, "comes back to " + next, "let what is given up in the end stay so");
        }
    }

    private Play play(YamlMap map) {
        Play play = new Play(
                map.text("key"),
                map.integer("number", 1, 999),
                map.text("title"),
                map.text("ask"),
                reasons(map),
                map.has("tiers") ? tiers(map) : Set.of(),
                role(map, "owner"),
                map.has("owner-by-tier") ? owners(map.map("owner-by-tier")) : Map.of(),
                map.has("sla") ? targets(map.map("sla")) : SlaTargets.NONE,
                map.has("sla-by-tier") ? targetsByTier(map.map("sla-by-tier")) : Map.of(),
                ladder(map),
                Reading.businessTime(map, "give-up").orElse(null),
                map.integer("minutes", 1, 10_000),
                PlayCourse.read(map, this),
                PlayAdmission.read(map));
        holdouts.read(map);
        map.rejectUnknown();
        return play;
    }

    private Set<Reason> reasons(YamlMap map) {
        Set<Reason> reasons = Reading.reasons(map, "reasons");
        for (Reason reason : reasons) {
            String earlier = answered.computeIfAbsent(reason, any -> new HashMap<>())
                    .putIfAbsent(PlayAdmission.priority(map), map.text("key"));
            if (earlier != null) {
                map.problem(
                        "reasons",
                        reason.code() + " is answered by play " + earlier,
                        "keep it in one play, or state a priority that no other has");
            }
        }
        return reasons;
    }

    private static Map<String, Integer> brake(YamlMap map, Set<String> plays) {
        Map<String, Integer> runs = new LinkedHashMap<>();
        for (String play : map.keys()) {
            Reading.known(map, play, play, plays, "play");
            runs.put(play, map.integer(play, 1, MOST_RUNS));
        }
        return runs;
    }

    static Set<String> tiers(YamlMap map) {
        Set<String> tiers = new LinkedHashSet<>();
        for (String tier : map.texts("tiers")) {
            if (tier.equals(HUMAN)) {
                tiers.addAll(HUMAN_TIERS);
            } else {
                tiers.add(Reading.known(map, "tiers", tier, TIERS, "tier"));
            }
        }
        return tiers;
    }

    DigitalMessage message(YamlMap map, boolean isDated) {
        return MessagesFile.ofStep(map, messages, isDated);
    }

    String role(YamlMap map, String key) {
        return Reading.known(map, key, map.text(key), roles.keys(), "role");
    }

    Map<String, String> owners(YamlMap map) {
        Map<String, String> owners = new LinkedHashMap<>();
        for (String tier : map.keys()) {
            Reading.known(map, tier, tier, TIERS, "tier");
            owners.put(tier, role(map, tier));
        }
        return owners;
    }

    static Map<String, SlaTargets> targetsByTier(YamlMap map) {
        Map<String, SlaTargets> targets = new LinkedHashMap<>();
        for (String tier : map.keys()) {
            Reading.known(map, tier, tier, TIERS, "tier");
            targets.put(tier, targets(map.map(tier)));
        }
        return targets;
    }

    static SlaTargets targets(YamlMap map) {
        SlaTargets targets = Reading.targets(map);
        map.rejectUnknown();
        return targets;
    }

    @Nullable
    String ladder(YamlMap map) {
        return map.optionalText("escalation")
                .map(name ->
                        Reading.known(map, "escalation", name, sla.ladders().keySet(), "ladder"))
                .orElse(null);
    }
}

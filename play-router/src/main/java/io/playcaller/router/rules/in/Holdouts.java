package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.play.HoldoutPolicy;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The part {@code holdout} of {@code plays.yaml}, and the share that a play states itself. */
final class Holdouts {

    /** Of a play that is held out of more than half of its accounts nobody would say that it runs. */
    private static final int MOST_PERCENT = 50;

    private static final String SHARE = "holdout";

    private final Map<String, Integer> byPlay = new HashMap<>();

    /** The share of a play, if it states one. */
    void read(YamlMap play) {
        if (play.has(SHARE)) {
            byPlay.put(play.text("key"), play.integer(SHARE, 0, MOST_PERCENT));
        }
    }

    /** The whole policy; without the part nobody is held out but where a play says so. */
    HoldoutPolicy policy(YamlMap file, Set<String> plays) {
        if (!file.has(SHARE)) {
            return new HoldoutPolicy("", Map.of(), byPlay, Set.of());
        }
        YamlMap map = file.map(SHARE);
        int named = map.integer("named", 0, MOST_PERCENT);
        Map<String, Integer> byTier = Map.of(
                "tech-touch",
                map.integer("digital", 0, MOST_PERCENT),
                "pooled",
                map.integer("pooled", 0, MOST_PERCENT),
                "mid-market",
                named,
                "enterprise",
                named);
        Set<String> never = new LinkedHashSet<>();
        for (String play : map.has("never") ? map.texts("never") : Set.<String>of()) {
            never.add(Reading.known(map, "never", play, plays, "play"));
            if (byPlay.getOrDefault(play, 0) > 0) {
                map.problem("never", play + " states a holdout itself", "take one of the two away");
            }
        }
        HoldoutPolicy policy = new HoldoutPolicy(map.text("salt"), byTier, byPlay, never);
        map.rejectUnknown();
        return policy;
    }
}

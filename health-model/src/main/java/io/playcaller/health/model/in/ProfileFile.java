package io.playcaller.health.model.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.health.engine.model.ProfileRules;
import io.playcaller.health.engine.model.StageRules;
import io.playcaller.health.engine.model.TierRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code profile.yaml}: tiers, segments and stages. */
final class ProfileFile {

    static final String NAME = "profile.yaml";

    private final YamlMap top;
    private final ModelReader reader;

    ProfileFile(YamlMap top, ModelReader reader) {
        this.top = top;
        this.reader = reader;
    }

    Optional<ProfileRules> read() {
        return reader.file(top, "tiers", map -> {
            List<TierRule> tiers = reader.parts(top, "tiers", "tier", ProfileFile::tier);
            Optional<StageRules> stages = reader.part(top, "stages", ProfileFile::stages);
            return new ProfileRules(tiers, stages.orElseThrow(() -> new IllegalArgumentException("is incomplete")));
        });
    }

    private static TierRule tier(YamlMap map) {
        String tier = map.text("tier");
        String segment = map.text("segment");
        long minArr = ModelReader.cents(map, "minArr");
        boolean strategic = map.has("strategic") && map.bool("strategic");
        return new TierRule(tier, segment, minArr, strategic);
    }

    private static StageRules stages(YamlMap map) {
        Set<String> exit = Set.copyOf(map.texts("onboardingExit"));
        int days = map.integer("onboardingDays", 0, 1000);
        Map<String, Integer> bySegment = new TreeMap<>();
        if (map.has("onboardingDaysBySegment")) {
            YamlMap exceptions = map.map("onboardingDaysBySegment");
            exceptions.keys().forEach(key -> bySegment.put(key, exceptions.integer(key, 0, 1000)));
        }
        String objective = map.text("objective");
        int renewalDays = map.integer("renewalDays", 0, 1000);
        int noticeDays = map.integer("noticeDays", 0, 1000);
        return new StageRules(exit, days, bySegment, objective, renewalDays, noticeDays);
    }
}

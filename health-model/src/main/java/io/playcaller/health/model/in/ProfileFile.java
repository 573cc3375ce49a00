package io.playcaller.health.model.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.health.engine.model.ProfileRules;
import io.playcaller.health.engine.model.StageRule;
import io.playcaller.health.engine.model.StageRules;
import io.playcaller.health.engine.model.TierMoves;
import io.playcaller.health.engine.model.TierRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        return reader.file(top, "stages", map -> {
            List<TierRule> tiers = reader.parts(top, "tiers", "tier", ProfileFile::tier);
            Optional<TierMoves> moves = reader.part(top, "tierMoves", ProfileFile::moves);
            int anewAfterDays = top.integer("anewAfterDays", 1, 100_000);
            StagePart part = new StagePart(reader, segmentsOf(tiers));
            List<StageRule> stages = reader.parts(top, "stages", "stage", part::read);
            return new ProfileRules(
                    tiers,
                    moves.orElseThrow(() -> new IllegalArgumentException("is incomplete")),
                    new StageRules(stages, anewAfterDays));
        });
    }

    private static Set<String> segmentsOf(List<TierRule> tiers) {
        return tiers.stream().map(TierRule::segment).collect(Collectors.toSet());
    }

    private static TierRule tier(YamlMap map) {
        String tier = map.text("tier");
        String segment = map.text("segment");
        long minArr = ModelReader.hundredths(map, "minArr");
        boolean strategic = map.has("strategic") && map.bool("strategic");
        return new TierRule(tier, segment, minArr, strategic);
    }

    private static TierMoves moves(YamlMap map) {
        return new TierMoves(
                map.integer("upAfterDays", 0, 365),
                map.integer("downAfterDays", 0, 365),
                map.integer("downBelow", 0, 100));
    }
}

package io.playcaller.health.model.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.health.engine.model.UsageRules;
import java.util.Optional;
import java.util.Set;

/** {@code usage.yaml}: what usage means for this product. */
final class UsageFile {

    static final String NAME = "usage.yaml";

    private final YamlMap top;
    private final ModelReader reader;

    UsageFile(YamlMap top, ModelReader reader) {
        this.top = top;
        this.reader = reader;
    }

    Optional<UsageRules> read() {
        return reader.file(top, "coreFeatures", map -> {
            Set<String> core = Set.copyOf(map.texts("coreFeatures"));
            return new UsageRules(core, map.integer("featureTarget", 1, 1000), map.integer("dayTarget", 1, 28));
        });
    }
}

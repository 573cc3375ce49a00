package io.playcaller.forecast.capacity.in;

import io.playcaller.chassis.yaml.ConfigProblems;
import io.playcaller.forecast.capacity.CapacityRules;
import io.playcaller.forecast.config.ForecastConfig;
import io.playcaller.forecast.config.ForecastFiles;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/** {@code capacity.yaml} as it was when the service started, which it does not on a broken one, and says every fault of it. */
@Singleton
@Startup
public class CapacityRulesFromFile {

    private final CapacityRules rules;

    CapacityRulesFromFile(ForecastConfig config) {
        this.rules = read(config.configDir());
    }

    /** @throws io.playcaller.chassis.yaml.ConfigException listing every fault */
    static CapacityRules read(Optional<Path> directory) {
        ConfigProblems problems = new ConfigProblems();
        var files = ForecastFiles.read(directory);
        problems.addAll(files.faults());
        CapacityRules read = CapacityFile.read(files.parse(ForecastFiles.CAPACITY, problems));
        problems.orThrow();
        return read;
    }

    @Produces
    @Singleton
    CapacityRules rules() {
        return rules;
    }
}

package io.playcaller.forecast.process.in;

import io.playcaller.chassis.yaml.ConfigFiles;
import io.playcaller.chassis.yaml.ConfigProblems;
import io.playcaller.forecast.config.ForecastConfig;
import io.playcaller.forecast.config.ForecastFiles;
import io.playcaller.forecast.engine.process.RenewalProcess;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/** The renewal process as its file says it. The service does not start on a broken file, and says every fault of it. */
@Singleton
@Startup
public class RenewalRules {

    private final RenewalProcess process;
    private final String text;

    RenewalRules(ForecastConfig config) {
        ConfigFiles files = ForecastFiles.read(config.configDir());
        this.process = read(files);
        this.text = files.content(ForecastFiles.RENEWALS);
    }

    /** The file as it was read. */
    public String text() {
        return text;
    }

    /** @throws io.playcaller.chassis.yaml.ConfigException listing every fault */
    public static RenewalProcess read(Optional<Path> directory) {
        return read(ForecastFiles.read(directory));
    }

    private static RenewalProcess read(ConfigFiles files) {
        ConfigProblems problems = new ConfigProblems();
        problems.addAll(files.faults());
        RenewalProcess read = RenewalsFile.read(files.parse(ForecastFiles.RENEWALS, problems));
        problems.orThrow();
        return read;
    }

    @Produces
    @Singleton
    RenewalProcess process() {
        return process;
    }
}

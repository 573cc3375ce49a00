package io.playcaller.forecast.credit.in;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.chassis.yaml.ConfigProblem;
import io.playcaller.chassis.yaml.ConfigProblems;
import io.playcaller.forecast.config.ForecastConfig;
import io.playcaller.forecast.config.ForecastFiles;
import io.playcaller.forecast.credit.app.CreditPolicies;
import io.playcaller.forecast.engine.credit.CreditPolicy;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Keeps the version of {@code credit.yaml} when the service starts, which it does not on a broken file, on one that says
 * something else under a version that is known, or on a new version that does not begin after those that are known.
 */
@Singleton
public class CreditPolicyFromFile {

    private static final Logger LOG = Logger.getLogger(CreditPolicyFromFile.class);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final CreditPolicy policy;
    private final CreditPolicies policies;

    CreditPolicyFromFile(ForecastConfig config, CreditPolicies policies) {
        this.policy = read(config.configDir());
        this.policies = policies;
    }

    void start(@Observes StartupEvent event) {
        List<CreditPolicy> known = policies.all().await().atMost(LIMIT);
        problem(policy, known).ifPresent(problem -> {
            throw new ConfigException(List.of(problem));
        });
        policies.keep(policy).await().atMost(LIMIT);
        LOG.infof("rules of engagement %s hold from %s on", policy.version(), policy.from());
    }

    /** Why the version may not be kept beside those that are known. */
    static Optional<ConfigProblem> problem(CreditPolicy policy, List<CreditPolicy> known) {
        Optional<CreditPolicy> same = known.stream()
                .filter(other -> other.version().equals(policy.version()))
                .findFirst();
        if (same.isPresent()) {
            return same.get().equals(policy)
                    ? Optional.empty()
                    : Optional.of(fault("version", "said something else before", "give what changed a new version"));
        }
        return known.stream()
                .filter(other -> !other.from().isBefore(policy.from()))
                .findFirst()
                .map(other -> fault(
                        "from",
                        "does not begin after version " + other.version() + ", which begins on " + other.from(),
                        "write a later day"));
    }

    private static ConfigProblem fault(String key, String message, String fix) {
        return new ConfigProblem(ForecastFiles.CREDIT, 1, key, message, fix);
    }

    /** @throws ConfigException listing every fault */
    static CreditPolicy read(Optional<Path> directory) {
        ConfigProblems problems = new ConfigProblems();
        var files = ForecastFiles.read(directory);
        problems.addAll(files.faults());
        CreditPolicy read = CreditFile.read(files.parse(ForecastFiles.CREDIT, problems));
        problems.orThrow();
        return read;
    }
}

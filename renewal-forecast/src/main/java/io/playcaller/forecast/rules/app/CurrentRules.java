package io.playcaller.forecast.rules.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.rules.FollowedRules;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.chassis.yaml.ConfigFiles;
import io.playcaller.forecast.config.ForecastConfig;
import io.playcaller.forecast.config.ForecastFiles;
import io.playcaller.forecast.credit.app.CreditPolicies;
import io.playcaller.forecast.credit.app.PolicyOrder;
import io.playcaller.forecast.process.app.ProcessVersions;
import io.playcaller.forecast.rules.ForecastRules;
import io.playcaller.forecast.rules.in.RuleFiles;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The rules that hold now. The service does not start on broken files; broken later, they are refused whole, each fault is logged, and
 * the last good version holds. A good change is written down before it holds: the policy of credit, then the process. What fails in
 * between is done again at the next look, and both are written once.
 */
@Singleton
public class CurrentRules {

    private static final Logger LOG = Logger.getLogger(CurrentRules.class);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Optional<Path> directory;
    private final CreditPolicies policies;
    private final ProcessVersions processes;
    private final FollowedRules<ForecastRules> rules;

    CurrentRules(ForecastConfig config, CreditPolicies policies, ProcessVersions processes, MeterRegistry meters) {
        this.directory = config.configDir();
        this.policies = policies;
        this.processes = processes;
        this.rules = new FollowedRules<>(RuleFiles.read(ForecastFiles.read(directory)), ForecastRules::version);
        Gauge.builder("forecast.rules.refused", rules, FollowedRules::refusing)
                .description("1 while the files on disk are broken and an older version holds")
                .register(meters);
        Gauge.builder("forecast.rules.fingerprint", rules, FollowedRules::fingerprint)
                .description("A number that differs between replicas that follow different files")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        take(rules.get()).await().atMost(LIMIT);
    }

    public ForecastRules get() {
        return rules.get();
    }

    /** The version of files that are refused; empty while those on disk hold. */
    public Optional<String> refused() {
        return rules.refused();
    }

    /** One look at the files; fails where a good change cannot be written down now. */
    public Uni<Void> look() {
        return Uni.createFrom()
                .item(() -> changed(ForecastFiles.read(directory)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(next -> next.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : take(next.get()).onFailure(ConfigException.class).recoverWithUni(refusal -> {
                            rules.refuse(next.get().version(), refusal);
                            return Uni.createFrom().voidItem();
                        }));
    }

    private Optional<ForecastRules> changed(ConfigFiles files) {
        return rules.next(RuleFiles.version(files), () -> RuleFiles.read(files));
    }

    private Uni<Void> take(ForecastRules next) {
        return policies.all()
                .invoke(known -> PolicyOrder.problem(next.credit(), known).ifPresent(problem -> {
                    throw new ConfigException(List.of(problem));
                }))
                .chain(() -> policies.keep(next.credit()))
                .chain(() -> processes.note(next.process()))
                .invoke(() -> {
                    rules.hold(next);
                    LOG.infof(
                            "rules %s hold: renewals %s, capacity %s, credit %s from %s on",
                            next.version(),
                            next.process().version(),
                            next.capacity().version(),
                            next.credit().version(),
                            next.credit().from());
                });
    }
}

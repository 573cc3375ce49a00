package io.playcaller.router.rules.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.in.RuleFiles;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The rules that hold now. The service does not start on broken files; broken later, they are refused whole, each fault is
 * logged, and the last good version holds.
 */
@Singleton
public class CurrentRules {

    private static final Logger LOG = Logger.getLogger(CurrentRules.class);
    private static final int MOST_HELD = 16;
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    private final RuleFiles files;
    private final WorkLoop watch;
    private final Map<String, RouterRules> held = new ConcurrentHashMap<>();
    private volatile RouterRules rules;
    private volatile String refused = "";

    CurrentRules(PlayRouterConfig config, Vertx vertx, MeterRegistry meters) {
        this.files = new RuleFiles(config.configDir());
        this.rules = files.contents().read();
        hold(rules);
        this.watch = new WorkLoop(
                "looking at the rules",
                vertx,
                config.reloadEvery(),
                LONGEST_ROUND,
                () -> Uni.createFrom().item(this::reload).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
        Gauge.builder("router.rules.refused", this, current -> current.refused.isEmpty() ? 0 : 1)
                .description("1 while the files on disk are broken and an older version holds")
                .register(meters);
        Gauge.builder("router.rules.fingerprint", this, current -> fingerprint(current.rules))
                .description("A number that differs between replicas by whose rules or holidays clocks run differently")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        LOG.infof("rules %s hold", rules.version());
        watch.start();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    public RouterRules get() {
        return rules;
    }

    /** Of so many versions that they fill the memory, the older ones are forgotten. */
    private void hold(RouterRules taken) {
        if (held.size() >= MOST_HELD) {
            held.clear();
        }
        held.put(taken.version(), taken);
    }

    /** Those of a version that this process has held; empty for any other. */
    public Optional<RouterRules> ofVersion(@Nullable String version) {
        return version == null ? Optional.empty() : Optional.ofNullable(held.get(version));
    }

    /** As many bits of the version as a gauge holds exactly. */
    private static double fingerprint(RouterRules rules) {
        return (double) (UUID.fromString(rules.version()).getMostSignificantBits() >>> 16);
    }

    /** Takes over what is on disk when it changed and is whole; there is never more to do. */
    private int reload() {
        try {
            RuleFiles.Contents contents = files.contents();
            String version = contents.version();
            if (version.equals(rules.version())) {
                refused = "";
            } else if (!version.equals(refused)) {
                refused = version;
                rules = contents.read();
                hold(rules);
                refused = "";
                LOG.infof("rules %s hold from now on", version);
            }
        } catch (ConfigException e) {
            LOG.errorf("the new rules are refused, version %s stays:%n%s", rules.version(), e.getMessage());
        }
        return 0;
    }
}

package io.playcaller.router.rules.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.rules.FollowedRules;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.in.RuleFiles;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.out.PgDirectory;
import io.playcaller.router.staff.out.PgDirectory.Told;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The rules that hold now: those of the files, and on top of the people there what was said of them over HTTP. The service
 * does not start on broken files; broken later, they are refused whole, each fault is logged, and the last good version
 * holds. Where what was said of people does not fit the files at the start, the files hold alone.
 */
@Singleton
public class CurrentRules {

    private static final Logger LOG = Logger.getLogger(CurrentRules.class);
    private static final int MOST_HELD = 16;
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    private final RuleFiles files;
    private final PgDirectory people;
    private final WorkLoop watch;
    private final Map<String, RouterRules> versions = new ConcurrentHashMap<>();
    private final FollowedRules<Held> followed;

    /** What holds, what it was read from, and how many changes had been said by then. */
    private record Held(RouterRules rules, RuleFiles.Contents contents, long changes) {

        String version() {
            return rules.version();
        }
    }

    CurrentRules(PlayRouterConfig config, PgDirectory people, Vertx vertx, MeterRegistry meters) {
        this.files = new RuleFiles(config.configDir());
        this.people = people;
        this.followed = new FollowedRules<>(held(files.contents(), 0), Held::version);
        this.watch = new WorkLoop(
                "looking at the rules",
                vertx,
                config.reloadEvery(),
                LONGEST_ROUND,
                () -> refresh().replaceWith(0));
        Gauge.builder("router.rules.refused", followed, FollowedRules::refusing)
                .description("1 while the files on disk are broken and an older version holds")
                .register(meters);
        Gauge.builder("router.rules.fingerprint", followed, FollowedRules::fingerprint)
                .description("A number that differs between replicas by whose rules or holidays clocks run differently")
                .register(meters);
    }

    /** Before anything is routed: what was said over HTTP counts from the start. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        Told told = people.told().await().atMost(LONGEST_ROUND);
        takeOver(told);
        if (followed.refused().isPresent()) {
            LOG.error("what was said of people does not fit the files, which hold alone until it does");
        }
        LOG.infof("rules %s hold", get().version());
        watch.start();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    public RouterRules get() {
        return followed.get().rules();
    }

    /** What the rules that hold were read from. */
    public RuleFiles.Contents contents() {
        return followed.get().contents();
    }

    /**
     * Our people as they would be with this said of them; the files and everything else as they hold.
     *
     * @param told JSON by staff id
     * @throws ConfigException listing every fault
     */
    public Directory directoryWith(Map<String, String> told) {
        Held now = followed.get();
        return now.contents().withPeople(told).directory(now.rules());
    }

    /** Of so many versions that they fill the memory, the older ones are forgotten. */
    private Held held(RuleFiles.Contents contents, long changes) {
        RouterRules taken = contents.read();
        if (versions.size() >= MOST_HELD) {
            versions.clear();
        }
        versions.put(taken.version(), taken);
        return new Held(taken, contents, changes);
    }

    /** Those of a version that this process has held; empty for any other. */
    public Optional<RouterRules> ofVersion(@Nullable String version) {
        return version == null ? Optional.empty() : Optional.ofNullable(versions.get(version));
    }

    /** Takes over what the files say and what was said, when it changed and is whole. */
    public Uni<Void> refresh() {
        return people.told()
                .chain(told -> Uni.createFrom()
                        .voidItem()
                        .invoke(() ->
                                takeOver(told).ifPresent(version -> LOG.infof("rules %s hold from now on", version)))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    /** What was read before somebody else took over something newer is passed over. Answers the version that holds from here on. */
    private synchronized Optional<String> takeOver(Told told) {
        if (told.changes() < followed.get().changes()) {
            return Optional.empty();
        }
        RuleFiles.Contents contents = files.contents(told.people());
        Optional<Held> next = followed.next(contents.version(), () -> held(contents, told.changes()));
        next.ifPresent(followed::hold);
        return next.map(Held::version);
    }
}

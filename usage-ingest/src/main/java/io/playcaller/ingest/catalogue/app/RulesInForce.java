package io.playcaller.ingest.catalogue.app;

import io.playcaller.chassis.pace.Rounds;
import io.playcaller.ingest.catalogue.ExclusionRules;
import io.playcaller.ingest.catalogue.NameRule;
import io.playcaller.ingest.catalogue.NameRules;
import io.playcaller.ingest.catalogue.UseRules;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.refusal.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What is use, at hand for every event. What people said of names is read at start, then again every
 * {@code sources-cached-for}; while PostgreSQL does not answer, what was read last holds. Whom the file excludes is read at
 * start: with a fault in it the service does not start.
 */
@ApplicationScoped
public class RulesInForce {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Catalogue catalogue;
    private final InstantSource clock;
    private final Rounds rounds;
    private final ExclusionRules exclusions;
    private volatile NameRules names = NameRules.NONE;

    RulesInForce(Catalogue catalogue, InstantSource clock, Vertx vertx, IngestConfig config) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.exclusions = ExclusionFiles.read(config.configDir());
        this.rounds = new Rounds(vertx, config.sourcesCachedFor(), "reading the rules of names", this::read);
    }

    public UseRules now() {
        return new UseRules(names, exclusions);
    }

    /**
     * Changes what is said of a name. It holds here at once, on other replicas when they read again.
     *
     * @return why it cannot be said; empty when it is
     */
    public Uni<Optional<Refusal>> change(NameRule rule, String by) {
        return catalogue.rules().flatMap(known -> {
            Optional<Refusal> refusal = known.refusal(rule);
            return refusal.isPresent()
                    ? Uni.createFrom().item(refusal)
                    : catalogue
                            .save(rule, by, clock.instant())
                            .chain(this::read)
                            .replaceWith(refusal);
        });
    }

    private Uni<Void> read() {
        return catalogue.rules().invoke(read -> names = read).replaceWithVoid();
    }

    void start(@Observes @Priority(200) StartupEvent started) {
        read().await().atMost(LIMIT);
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }
}

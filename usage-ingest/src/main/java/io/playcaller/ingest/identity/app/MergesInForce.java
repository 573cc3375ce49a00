package io.playcaller.ingest.identity.app;

import io.playcaller.chassis.pace.Rounds;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.identity.MergedAccounts;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/**
 * Which accounts were merged into which, at hand for every event. It is read at start, when this replica changes it, and every
 * {@code sources-cached-for}: until then another replica sends what it accepts to the account that it knew. While PostgreSQL
 * does not answer, what was read last holds.
 */
@ApplicationScoped
public class MergesInForce {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Merges merges;
    private final Rounds rounds;
    private volatile MergedAccounts merged = MergedAccounts.NONE;

    MergesInForce(Merges merges, Vertx vertx, IngestConfig config) {
        this.merges = merges;
        this.rounds = new Rounds(vertx, config.sourcesCachedFor(), "reading which accounts were merged", this::read);
    }

    public MergedAccounts now() {
        return merged;
    }

    /** Reads it again: this replica changed it, by a transaction that is committed. */
    public Uni<Void> read() {
        return merges.inForce().invoke(read -> merged = read).replaceWithVoid();
    }

    /** As {@link Merges#ever}, which is asked each time. */
    public Uni<List<String>> ever(String accountId) {
        return merges.ever(accountId);
    }

    void start(@Observes @Priority(200) StartupEvent started) {
        read().await().atMost(LIMIT);
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }
}

package io.playcaller.router.brake.app;

import io.playcaller.router.brake.out.PgEligibleAccounts;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Map;

/**
 * How many accounts there are in each tier, as of the last minute: limits follow them, and may lag by that on one replica. First
 * counted before anything is routed: by limits of no accounts the brake would hold real work after every start.
 */
@Singleton
public class EligibleAccounts {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);

    private final PgEligibleAccounts accounts;
    private final WorkLoop loop;
    private volatile Map<String, Long> byTier = Map.of();

    EligibleAccounts(PgEligibleAccounts accounts, Vertx vertx) {
        this.accounts = accounts;
        this.loop = new WorkLoop(
                "counting accounts for the brake", vertx, EVERY, LONGEST_ROUND, () -> count().replaceWith(0));
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        count().await().atMost(LONGEST_ROUND);
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Uni<Map<String, Long>> count() {
        return accounts.byTier().invoke(counted -> byTier = counted);
    }

    public Map<String, Long> byTier() {
        return byTier;
    }
}

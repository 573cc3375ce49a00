package io.playcaller.router.brake.app;

import io.playcaller.router.brake.out.PgEligibleAccounts;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/**
 * How many accounts there are in each tier, as of the last minute: limits follow them, and may lag by that on one replica. Until
 * they were first counted there are none.
 */
@Singleton
public class EligibleAccounts {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);

    private final WorkLoop loop;
    private volatile Map<String, Long> byTier = Map.of();

    EligibleAccounts(PgEligibleAccounts accounts, Vertx vertx) {
        this.loop = new WorkLoop(
                "counting accounts for the brake",
                vertx,
                EVERY,
                LONGEST_ROUND,
                () -> accounts.byTier().invoke(counted -> byTier = counted).replaceWith(0));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
        loop.poke();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    public Map<String, Long> byTier() {
        return byTier;
    }
}

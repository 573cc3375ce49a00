package io.playcaller.chassis.database;

import io.playcaller.chassis.check.SharedQuestion;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Ready while PostgreSQL answers. It is asked on a connection of the check's own: that every connection of the pool is at
 * work is no reason to send requests elsewhere, where the others are as busy. An answer is never waited for longer than a
 * probe waits; probes at the same time share one.
 */
@Readiness
@ApplicationScoped
class DatabaseCheck implements AsyncHealthCheck {

    private final PoolWithLimits pool;
    private final Vertx vertx;
    private final Duration limit;
    private final SharedQuestion<Optional<String>> trouble = new SharedQuestion<>(this::ask);
    private volatile @Nullable PgConnection connection;

    DatabaseCheck(PoolWithLimits pool, Vertx vertx, DatabaseConfig config) {
        this.pool = pool;
        this.vertx = vertx;
        this.limit = config.readinessLimit();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return trouble.ask().map(found -> {
            var answer = HealthCheckResponse.named("database").status(found.isEmpty());
            found.ifPresent(sentence -> answer.withData("reason", sentence));
            return answer.build();
        });
    }

    void stop(@Observes ShutdownEvent stopping) {
        forget();
    }

    /** What is wrong; empty when nothing is. The connection may have ended since the last time: then a new one is asked. */
    private Uni<Optional<String>> ask() {
        return Uni.createFrom()
                .deferred(this::connected)
                .chain(open -> open.query("select 1").execute())
                .onFailure()
                .invoke(failure -> forget())
                .onFailure()
                .retry()
                .atMost(1)
                .map(answered -> Optional.<String>empty())
                .ifNoItem()
                .after(limit)
                .fail()
                .onFailure(TimeoutException.class)
                .invoke(failure -> forget())
                .onFailure()
                .recoverWithItem(failure -> Optional.of(sentence(failure)));
    }

    private Uni<PgConnection> connected() {
        PgConnection open = connection;
        return open != null
                ? Uni.createFrom().item(open)
                : PgConnection.connect(vertx, server()).invoke(made -> connection = made);
    }

    private void forget() {
        PgConnection silent = connection;
        connection = null;
        if (silent != null) {
            silent.closeAndForget();
        }
    }

    private PgConnectOptions server() {
        PgConnectOptions server = pool.server();
        if (server == null) {
            throw new IllegalStateException("there is no pool yet");
        }
        return server;
    }

    private String sentence(Throwable failure) {
        PgConnectOptions server = pool.server();
        String where = server == null ? "PostgreSQL" : server.getHost() + ":" + server.getPort();
        return failure instanceof TimeoutException
                ? where + " has not answered within " + limit.toMillis() + " ms"
                : where + " cannot be asked: " + failure.getMessage();
    }
}

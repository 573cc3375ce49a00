package io.playcaller.chassis.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pool of a service, and knows how its connections are made. A server that vanished without a word would hold a
 * connection that waits for its answer until the kernel gives up, after about 15 minutes; here the silence has a limit.
 * Idle connections leave the pool before they reach it.
 */
@Singleton
class PoolWithLimits implements PgPoolCreator {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Duration silence;
    private @Nullable PgConnectOptions server;

    PoolWithLimits(DatabaseConfig config) {
        this.silence = config.silenceLimit();
    }

    @Override
    public Pool create(Input input) {
        List<SqlConnectOptions> servers = input.pgConnectOptionsList().stream()
                .<SqlConnectOptions>map(this::limited)
                .toList();
        server = new PgConnectOptions(servers.get(0));
        PoolOptions options = new PoolOptions(input.poolOptions())
                .setIdleTimeout((int) silence.dividedBy(2).toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool()
                .using(input.vertx())
                .connectingTo(servers)
                .with(options)
                .build();
    }

    /** How the pool's connections are made; null before there is a pool. */
    @Nullable
    PgConnectOptions server() {
        return server;
    }

    private PgConnectOptions limited(PgConnectOptions configured) {
        PgConnectOptions limited = new PgConnectOptions(configured);
        limited.setConnectTimeout((int) CONNECT.toMillis());
        limited.setReadIdleTimeout((int) silence.toMillis());
        limited.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return limited;
    }
}

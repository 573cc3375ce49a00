package io.playcaller.chassis.database;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateEvent;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
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
                .withConnectHandler(PoolWithLimits::limitedToSilence)
                .with(options)
                .build();
    }

    /** How the pool's connections are made; null before there is a pool. */
    @Nullable
    PgConnectOptions server() {
        return server;
    }

    /** Vert.x would say farewell to a silent server and wait for its answer; here the connection ends. Closing gives it to the pool. */
    private static void limitedToSilence(SqlConnection connection) {
        try {
            if (((SqlConnectionInternal) connection).unwrap().unwrap() instanceof SocketConnectionBase line) {
                line.socket().channelHandlerContext().pipeline().addBefore("codec", "silence", new EndOfSilence());
            }
        } finally {
            connection.close();
        }
    }

    /** Stands before the codec, which would answer the end of a connection with a message of its own. */
    private static final class EndOfSilence extends ChannelInboundHandlerAdapter {

        /** That the line is closed is told to its connection by the channel. */
        @Override
        @SuppressWarnings("FutureReturnValueIgnored")
        public void userEventTriggered(ChannelHandlerContext line, Object event) {
            if (event instanceof IdleStateEvent) {
                line.close();
            } else {
                line.fireUserEventTriggered(event);
            }
        }
    }

    private PgConnectOptions limited(PgConnectOptions configured) {
        PgConnectOptions limited = new PgConnectOptions(configured);
        limited.setConnectTimeout((int) CONNECT.toMillis());
        limited.setReadIdleTimeout((int) silence.toMillis());
        limited.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return limited;
    }
}

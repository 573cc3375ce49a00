package io.playcaller.ingest.redis.out;

import io.playcaller.ingest.context.app.CallersContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Scripts on Redis for one purpose. After a call that failed Redis is left alone for a moment, so that requests do not each
 * wait for its time-out.
 */
public final class RedisCalls {

    private static final Logger LOG = Logger.getLogger(RedisCalls.class);
    private static final long LEFT_ALONE_NANOS = Duration.ofMillis(500).toNanos();

    private final RedisAPI redis;
    private final Duration timeout;
    private final String whileAway;
    private final AtomicLong leaveAloneUntil = new AtomicLong(System.nanoTime());
    private volatile boolean answering = true;

    /** @param whileAway what it means that Redis does not answer, for the log */
    public RedisCalls(RedisAPI redis, Duration timeout, String whileAway) {
        this.redis = redis;
        this.timeout = timeout;
        this.whileAway = whileAway;
    }

    /** Runs the script, and answers where the caller is; fails at once while Redis is left alone. */
    public Uni<Response> eval(String script, List<String> keys, List<String> arguments) {
        if (System.nanoTime() - leaveAloneUntil.get() < 0) {
            return Uni.createFrom().failure(new RedisAwayException());
        }
        List<String> command = new ArrayList<>(keys.size() + arguments.size() + 2);
        command.add(script);
        command.add(Integer.toString(keys.size()));
        command.addAll(keys);
        command.addAll(arguments);
        return redis.eval(command)
                .ifNoItem()
                .after(timeout)
                .fail()
                .invoke(this::answered)
                .onFailure()
                .invoke(this::leaveAlone)
                .emitOn(CallersContext.executor());
    }

    /** Whether the last call was answered. */
    public boolean answering() {
        return answering;
    }

    private void leaveAlone(Throwable fault) {
        leaveAloneUntil.set(System.nanoTime() + LEFT_ALONE_NANOS);
        if (answering) {
            LOG.warnf("Redis does not answer, %s: %s", whileAway, fault.toString());
        }
        answering = false;
    }

    private void answered() {
        if (!answering) {
            LOG.infof("Redis answers again; while it did not, %s", whileAway);
        }
        answering = true;
    }
}

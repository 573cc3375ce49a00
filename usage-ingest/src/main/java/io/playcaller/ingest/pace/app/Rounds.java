package io.playcaller.ingest.pace.app;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Does something again and again, with a wait after each end; a round that fails is said and followed by the next. */
public final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final Duration LAST_ROUND = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final Duration wait;
    private final String what;
    private final Supplier<Uni<Void>> round;
    private volatile long timer;
    private volatile boolean stopped;

    /** @param what is done, for the log: {@code sweeping letters} */
    public Rounds(Vertx vertx, Duration wait, String what, Supplier<Uni<Void>> round) {
        this.vertx = vertx;
        this.wait = wait;
        this.what = what;
        this.round = round;
    }

    /** The first round begins after the wait. */
    public void start() {
        timer = vertx.setTimer(
                wait.toMillis(),
                id -> round.get().subscribe().with(done -> again(), fault -> {
                    LOG.debugf(fault, "%s did not work this time", what);
                    again();
                }));
    }

    private void again() {
        if (!stopped) {
            start();
        }
    }

    /** One more round, now, for which the service waits a moment; then none. */
    public void finish() {
        stop();
        try {
            round.get().await().atMost(LAST_ROUND);
        } catch (RuntimeException e) {
            LOG.debugf(e, "%s did not work the last time", what);
        }
    }

    /** No round begins any more. */
    public void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }
}

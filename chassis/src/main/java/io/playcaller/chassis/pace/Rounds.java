package io.playcaller.chassis.pace;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** Does something again and again, with a wait after each end; a round that fails is said and followed by the next. */
public final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final Duration LAST_ROUND = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final Duration wait;
    private final String what;
    private final Level failing;
    private final Supplier<Uni<Void>> round;
    private volatile long timer;
    private volatile boolean stopped;

    /**
     * Rounds that may fail for a while without harm.
     *
     * @param what is done, for the log: {@code sweeping letters}
     */
    public Rounds(Vertx vertx, Duration wait, String what, Supplier<Uni<Void>> round) {
        this(vertx, wait, what, Level.DEBUG, round);
    }

    /** @param failing level at which a round that failed is logged */
    public Rounds(Vertx vertx, Duration wait, String what, Level failing, Supplier<Uni<Void>> round) {
        this.vertx = vertx;
        this.wait = wait;
        this.what = what;
        this.failing = failing;
        this.round = round;
    }

    /** The first round begins after the wait. */
    public void start() {
        timer = vertx.setTimer(wait.toMillis(), id -> startAtOnce());
    }

    /** The first round begins now. */
    public void startAtOnce() {
        round.get().subscribe().with(done -> again(), fault -> {
            LOG.logf(failing, "%s did not work this time: %s", what, fault);
            LOG.debugf(fault, "%s failed", what);
            again();
        });
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

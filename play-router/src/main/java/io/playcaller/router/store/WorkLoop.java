package io.playcaller.router.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Does a round of work again and again: at once while a round found something, else after a pause or when poked. Rounds of
 * one loop never overlap, but for one that was given up because nobody answered: what it began, it may still end, so a round
 * must bear that another replica does the same. A round that fails or is given up is logged and made again after the pause.
 */
public final class WorkLoop {

    private static final Logger LOG = Logger.getLogger(WorkLoop.class);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final String name;
    private final Vertx vertx;
    private final Duration pause;
    private final Duration longest;
    private final Supplier<Uni<Integer>> round;
    private final Semaphore idle = new Semaphore(1);
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile long timerId;

    /**
     * A loop that stands still until {@link #start()}.
     *
     * @param longest after which a round is given up, as when a connection hangs: longer than any that gets on
     * @param round does some work and answers how much there was
     */
    public WorkLoop(String name, Vertx vertx, Duration pause, Duration longest, Supplier<Uni<Integer>> round) {
        this.name = name;
        this.vertx = vertx;
        this.pause = pause;
        this.longest = longest;
        this.round = round;
    }

    public void start() {
        timerId = vertx.setPeriodic(pause.toMillis(), id -> poke());
    }

    /** No further round begins; waits a little for the one that runs. Not to be called on an event loop. */
    public void stop() {
        stopped = true;
        vertx.cancelTimer(timerId);
        try {
            if (!idle.tryAcquire(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warnf("%s did not end in %s; what it did not commit is done again", name, STOP_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** There may be work: look now. Returns at once. */
    public void poke() {
        again.set(true);
        next();
    }

    private void next() {
        if (stopped || !again.get() || !idle.tryAcquire()) {
            return;
        }
        again.set(false);
        vertx.getOrCreateContext()
                .runOnContext(() -> Uni.createFrom()
                        .deferred(() -> round.get())
                        .ifNoItem()
                        .after(longest)
                        .failWith(() -> new IllegalStateException("nobody answered within " + longest))
                        .subscribe()
                        .with(found -> ended(found > 0), failure -> {
                            LOG.errorf(failure, "%s failed; it is tried again in %s", name, pause);
                            ended(false);
                        }));
    }

    private void ended(boolean more) {
        if (more) {
            again.set(true);
        }
        idle.release();
        next();
    }
}

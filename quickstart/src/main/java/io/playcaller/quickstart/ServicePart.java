package io.playcaller.quickstart;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service under the supervisor: one child process at a time. */
final class ServicePart implements Watched {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_GRACE = Duration.ofSeconds(40);
    private static final long ASK_EVERY_MILLIS = 200;

    private final Service service;
    private final Home home;
    private final Settings settings;
    private final ServiceConfig config;
    private final RunBoard board;
    private final Readiness readiness;
    private @Nullable ServiceProcess process;
    private boolean ending;

    ServicePart(
            Service service, Home home, Settings settings, ServiceConfig config, RunBoard board, Readiness readiness) {
        this.service = service;
        this.home = home;
        this.settings = settings;
        this.config = config;
        this.board = board;
        this.readiness = readiness;
    }

    @Override
    public String name() {
        return service.module();
    }

    /** @throws QuickstartException if it cannot be started at all */
    synchronized void launch() {
        if (ending) {
            return;
        }
        ServiceProcess started = ServiceProcess.start(service, home, config);
        process = started;
        board.change(name(), part -> part.starting(started.pid(), board.now()));
    }

    /**
     * Returns when it is ready, or the quickstart stops.
     *
     * @throws QuickstartException if it ends, or is not ready after three minutes
     */
    void awaitReady() throws InterruptedException {
        ServiceProcess child = child();
        Optional<String> complaint = readiness.complaint(url());
        while (complaint.isPresent()) {
            if (board.stopping()) {
                return;
            }
            if (!child.alive()) {
                throw new QuickstartException(child.obituary());
            }
            if (child.age().compareTo(START_LIMIT) > 0) {
                throw new QuickstartException("%s is not ready after %d s: %s; see ./playcaller logs %s"
                        .formatted(name(), START_LIMIT.toSeconds(), complaint.get(), name()));
            }
            Thread.sleep(ASK_EVERY_MILLIS);
            complaint = readiness.complaint(url());
        }
        double took = child.age().toMillis() / 1000.0;
        board.change(name(), part -> part.ready(took, board.now()));
    }

    private String url() {
        return settings.url(service);
    }

    @Override
    public End awaitEnd() throws InterruptedException {
        ServiceProcess child = child();
        child.awaitEnd();
        return new End(child.age(), child.obituary());
    }

    /** One that runs and does not become ready is ended first. */
    @Override
    public void startAgain() throws InterruptedException {
        ServiceProcess former = child();
        former.askToEnd();
        former.end(deadline());
        launch();
        awaitReady();
    }

    private synchronized ServiceProcess child() {
        if (process == null) {
            throw new QuickstartException("stopped before %s was started".formatted(name()));
        }
        return process;
    }

    /** From now on it is not started any more. */
    synchronized void askToEnd() {
        ending = true;
        if (process != null) {
            process.askToEnd();
        }
    }

    /** Waits for its end, until the deadline in order and then by force. */
    void end(long deadlineNanos) {
        ServiceProcess last;
        synchronized (this) {
            last = process;
        }
        if (last != null) {
            last.end(deadlineNanos);
        }
        board.change(name(), part -> part.stopped(board.now()));
    }

    /** By when a service that is asked now has ended: more than it gives what is in flight. */
    static long deadline() {
        return System.nanoTime() + STOP_GRACE.toNanos();
    }
}

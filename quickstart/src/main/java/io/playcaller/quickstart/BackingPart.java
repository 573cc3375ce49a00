package io.playcaller.quickstart;

import io.playcaller.embedded.BackingService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** A server with a process of its own. Dead, it is started again on the same data and port; its clients come back to it. */
final class BackingPart implements Watched, AutoCloseable {

    private final String name;
    private final Path log;
    private final Supplier<BackingService> start;
    private final RunBoard board;
    private BackingService running;
    private long sinceNanos = System.nanoTime();
    private boolean closed;

    /** @param start starts it anew, once the former one is closed */
    BackingPart(String name, Path log, BackingService running, Supplier<BackingService> start, RunBoard board) {
        this.name = name;
        this.log = log;
        this.running = running;
        this.start = start;
        this.board = board;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public End awaitEnd() throws InterruptedException {
        try {
            OptionalInt exitCode = running().ended().get();
            return new End(age(), Obituary.of(name, exitCode, log));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized BackingService running() {
        return running;
    }

    private synchronized Duration age() {
        return Duration.ofNanos(System.nanoTime() - sinceNanos);
    }

    @Override
    public synchronized void startAgain() {
        if (closed) {
            return;
        }
        running.close();
        board.change(name, part -> part.starting(0, board.now()));
        running = start.get();
        sinceNanos = System.nanoTime();
        double took = running.startTook().toMillis() / 1000.0;
        board.change(name, part -> part.starting(running.pid(), board.now()).ready(took, board.now()));
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.close();
        board.change(name, part -> part.stopped(board.now()));
    }
}

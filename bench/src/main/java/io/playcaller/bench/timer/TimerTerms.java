package io.playcaller.bench.timer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How it is measured.
 *
 * @param service the packaged play-router, {@code quarkus-run.jar}
 * @param peer the packaged peer, {@code playcaller-peer.jar}
 * @param heapMegabytes of either contender
 * @param poll how often either looks for what is due
 * @param peerThreads of db-scheduler
 * @param lanes on how many connections at once timers are armed and cancelled
 */
public record TimerTerms(Path service, Path peer, int heapMegabytes, Duration poll, int peerThreads, int lanes) {

    /** Of the broker. */
    public static final int BROKER_MEGABYTES = 512;

    /** Timers that are armed or cancelled in one statement: those of 25 tasks. */
    public static final int SET = 100;

    /**
     * Beside PostgreSQL's own defaults: a server that has a machine's memory and disk, and not a quickstart's; and that says of
     * each row when it was committed.
     */
    public static final Map<String, String> POSTGRES =
            Map.of("shared_buffers", "1GB", "max_wal_size", "4GB", "track_commit_timestamp", "on");
}

package io.playcaller.bench.health;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How it is measured.
 *
 * @param service the packaged health-service, {@code quarkus-run.jar}
 * @param peer the packaged peer, {@code playcaller-peer.jar}
 * @param heapMegabytes of either contender
 * @param warmUpPercent the share of what customers do that is folded before anything counts
 * @param commitEvery of the peer; the service commits with each turn of its loop
 * @param profile whether the flight recorder looks on, which costs something
 */
public record HealthTerms(
        Path service, Path peer, int heapMegabytes, int warmUpPercent, Duration commitEvery, boolean profile) {

    /** Of the broker. */
    public static final int BROKER_MEGABYTES = 768;

    /** Beside PostgreSQL's own defaults: a server that has a machine's memory and disk, and not a quickstart's. */
    public static final Map<String, String> POSTGRES = Map.of("shared_buffers", "1GB", "max_wal_size", "4GB");
}

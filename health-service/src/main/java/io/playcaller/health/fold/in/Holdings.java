package io.playcaller.health.fold.in;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The partitions of this replica. Written by the log's thread, read by health checks and metrics. */
@ApplicationScoped
public class Holdings {

    private final Map<Integer, Holding> byPartition = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> logTimes = new ConcurrentHashMap<>();
    private volatile boolean joined;
    private volatile @Nullable String broken;

    void joined() {
        joined = true;
    }

    void put(int partition, Holding holding) {
        byPartition.put(partition, holding);
        if (holding instanceof Holding.Folding folding) {
            logTimes.put(partition, folding.fold().logTime());
        } else {
            logTimes.remove(partition);
        }
    }

    void remove(int partition) {
        byPartition.remove(partition);
        logTimes.remove(partition);
    }

    void clear() {
        byPartition.clear();
        logTimes.clear();
        joined = false;
    }

    @Nullable
    Holding get(int partition) {
        return byPartition.get(partition);
    }

    Map<Integer, Holding> all() {
        return byPartition;
    }

    /** The log cannot be read at all; {@code null} when it can again. */
    void broken(@Nullable String why) {
        broken = why;
    }

    /** Whether the group has answered, with partitions or without. */
    public boolean hasJoined() {
        return joined;
    }

    public Optional<String> brokenBecause() {
        return Optional.ofNullable(broken);
    }

    /** Partitions that are owned and folded here. */
    public List<Integer> owned() {
        List<Integer> owned = new ArrayList<>();
        byPartition.forEach((partition, holding) -> {
            if (holding instanceof Holding.Folding) {
                owned.add(partition);
            }
        });
        return owned.stream().sorted().toList();
    }

    /** Why partitions that were assigned are not folded, one sentence each. */
    public List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        byPartition.forEach((partition, holding) -> {
            if (holding instanceof Holding.Waiting waiting && waiting.why() != null) {
                troubles.add(waiting.why());
            }
        });
        return troubles;
    }

    /** The log time of the owned partition that is furthest behind; empty when none is owned or no tick was seen. */
    public Optional<Instant> slowestLogTime() {
        return logTimes.values().stream()
                .filter(time -> time.isAfter(Instant.EPOCH))
                .min(Instant::compareTo);
    }
}

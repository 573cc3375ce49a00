package io.playcaller.health.fold.app;

import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.models.app.Engines;
import io.playcaller.outbox.relay.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes partitions and gives them back: epoch in PostgreSQL first, then the relay's shard under the same epoch. */
@ApplicationScoped
public class PartitionClaims {

    private static final Logger LOG = Logger.getLogger(PartitionClaims.class);

    /**
     * What Kafka says of a partition.
     *
     * @param logId Kafka's id of the topic
     * @param begin offset of the first record that is kept
     * @param end offset of the next committed record
     */
    public record Bounds(UUID logId, long begin, long end) {}

    private final FoldStore store;
    private final OutboxRelay relay;
    private final FoldParts parts;
    private final Duration limit;

    PartitionClaims(
            Engines engines,
            FoldStore store,
            StateCache cache,
            FoldMetrics metrics,
            OutboxRelay relay,
            HealthConfig config) {
        this.store = store;
        this.relay = relay;
        this.limit = config.fold().storeTimeout();
        this.parts = new FoldParts(
                engines,
                store,
                cache,
                metrics,
                relay::poke,
                new FoldParts.Limits(config.fold().dedupWindow(), config.fold().slice()));
    }

    /**
     * Takes a partition. From here on no transaction of an earlier owner commits.
     *
     * @throws LogMismatchException when Kafka and PostgreSQL do not fit together
     * @throws TakenOverException when somebody took it at the same moment
     */
    public PartitionFold claim(int partition, Bounds bounds) {
        FoldStore.Claim claim = store.claim(partition, bounds.logId(), bounds.begin());
        requireInside(partition, claim.checkpoint().nextOffset(), bounds);
        if (!relay.own(partition, claim.epoch()).await().atMost(limit)) {
            throw new TakenOverException("the outbox of partition " + partition + " has a later owner");
        }
        PartitionFold fold = new PartitionFold(partition, claim, parts);
        fold.announceModel();
        LOG.infof("partition %d is ours at epoch %d from offset %d", partition, fold.epoch(), fold.nextOffset());
        return fold;
    }

    private static void requireInside(int partition, long nextOffset, Bounds bounds) {
        if (nextOffset > bounds.end()) {
            throw new LogMismatchException(
                    "PostgreSQL is ahead of Kafka: partition %d is folded up to offset %d, Kafka's log ends at %d"
                            .formatted(partition, nextOffset, bounds.end()));
        }
        if (nextOffset < bounds.begin()) {
            throw new LogMismatchException(
                    "Kafka no longer has what is to be folded next: partition %d needs offset %d, Kafka's log begins at %d"
                            .formatted(partition, nextOffset, bounds.begin()));
        }
    }

    /** The partition is no longer ours; what waits in its outbox is the next owner's. */
    public void release(int partition) {
        parts.cache().drop(partition);
        relay.release(partition)
                .subscribe()
                .with(done -> {}, fault -> LOG.warnf(fault, "outbox shard %d was not given back", partition));
    }

    /** Nothing is ours any more; nobody is told. */
    public void forgetAll() {
        parts.cache().clear();
    }
}

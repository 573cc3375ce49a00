package io.playcaller.health.fold.in;

import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.app.FoldMetrics;
import io.playcaller.health.fold.app.LogMismatchException;
import io.playcaller.health.fold.app.LogReader;
import io.playcaller.health.fold.app.PartitionClaims;
import io.playcaller.health.fold.app.PartitionFold;
import io.playcaller.health.fold.app.TakenOverException;
import io.playcaller.health.fold.in.Holding.Folding;
import io.playcaller.health.fold.in.Holding.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * One life of the consumer, on one thread: claim what was assigned, poll, fold each partition's records in a transaction of
 * their own, and again. What is not folded when a turn is over waits, its partition paused, until the consumer has polled:
 * a midnight at which many accounts move keeps nobody from a rebalance. A partition is paused from its assignment until it is claimed, so nothing is fetched at a position
 * that PostgreSQL did not give. While PostgreSQL is away the loop still polls and stays in the group.
 */
final class LogSession implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(LogSession.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration POLL_IN_WORK = Duration.ofMillis(10);

    private final Consumer<byte[], byte[]> consumer;
    private final LogBounds bounds;
    private final PartitionClaims claims;
    private final Holdings holdings;
    private final FoldMetrics metrics;
    private final HealthConfig.Consumer settings;
    private final BackOff backOff;
    private final Map<Integer, List<LogEntry>> backlog = new LinkedHashMap<>();
    private long turnBeganNanos = System.nanoTime();
    private long positionsSentNanos = System.nanoTime();

    LogSession(
            Consumer<byte[], byte[]> consumer,
            LogBounds bounds,
            PartitionClaims claims,
            Holdings holdings,
            FoldMetrics metrics,
            HealthConfig.Consumer settings) {
        this.consumer = consumer;
        this.bounds = bounds;
        this.claims = claims;
        this.holdings = holdings;
        this.metrics = metrics;
        this.settings = settings;
        this.backOff = new BackOff(settings.backOffMin(), settings.backOffMax());
    }

    /** Reads until {@code stopping}; a batch in work is finished and stored. */
    void run(BooleanSupplier stopping) {
        consumer.subscribe(List.of(bounds.topic()), this);
        while (!stopping.getAsBoolean()) {
            claimWhatIsDue();
            ConsumerRecords<byte[], byte[]> records = poll();
            turnBeganNanos = System.nanoTime();
            for (TopicPartition partition : records.partitions()) {
                backlog.computeIfAbsent(partition.partition(), none -> new ArrayList<>())
                        .addAll(read(records.records(partition)));
            }
            workOff();
            sendPositions(false);
        }
        sendPositions(true);
    }

    private boolean turnIsOver() {
        return System.nanoTime() - turnBeganNanos >= settings.turn().toNanos();
    }

    /** Folds the partitions in turn until the turn is over, at least one slice of one; those that are left stay paused. */
    private void workOff() {
        for (int partition : List.copyOf(backlog.keySet())) {
            List<LogEntry> entries = backlog.remove(partition);
            List<LogEntry> left = entries == null ? List.of() : fold(partition, entries);
            if (!left.isEmpty()) {
                backlog.put(partition, new ArrayList<>(left));
            } else if (holdings.get(partition) instanceof Folding) {
                consumer.resume(List.of(bounds.partition(partition)));
            }
            if (turnIsOver()) {
                break;
            }
        }
        backlog.keySet().forEach(partition -> consumer.pause(List.of(bounds.partition(partition))));
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        try {
            return consumer.poll(backlog.isEmpty() ? POLL : POLL_IN_WORK);
        } catch (OffsetOutOfRangeException e) {
            e.partitions().forEach(partition -> drop(partition.partition(), Waiting.after(Duration.ZERO, 1, e)));
            return ConsumerRecords.empty();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> added) {
        holdings.joined();
        for (TopicPartition partition : added) {
            pause(partition);
            holdings.put(partition.partition(), Waiting.now());
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        for (TopicPartition partition : revoked) {
            backlog.remove(partition.partition());
            holdings.remove(partition.partition());
            claims.release(partition.partition());
        }
        LOG.infof("gave back %s", revoked);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        onPartitionsRevoked(lost);
    }

    /** The position is never used: the claim seeks before it resumes. Without one, Kafka would look for a default. */
    private void pause(TopicPartition partition) {
        consumer.pause(List.of(partition));
        consumer.seek(partition, 0);
    }

    private void claimWhatIsDue() {
        for (Map.Entry<Integer, Holding> held : holdings.all().entrySet()) {
            if (held.getValue() instanceof Waiting waiting && waiting.due(System.nanoTime())) {
                claim(held.getKey(), waiting);
                if (turnIsOver()) {
                    return;
                }
            }
        }
    }

    private void claim(int partition, Waiting waiting) {
        try {
            PartitionClaims.Bounds known = bounds.of(consumer, partition);
            PartitionFold fold = claims.claim(partition, known);
            TopicPartition on = bounds.partition(partition);
            consumer.seek(on, Math.max(fold.readFrom(), known.begin()));
            consumer.resume(List.of(on));
            holdings.put(partition, new Folding(fold, waiting.attempts()));
        } catch (LogMismatchException e) {
            LOG.errorf("partition %d is not folded: %s", partition, e.getMessage());
            holdings.put(partition, Waiting.after(settings.backOffMax(), waiting.attempts() + 1, e));
        } catch (RuntimeException e) {
            metrics.commitFailed();
            LOG.warnf(e, "partition %d cannot be claimed, attempt %d", partition, waiting.attempts() + 1);
            holdings.put(partition, Waiting.after(backOff.pause(waiting.attempts()), waiting.attempts() + 1, e));
        }
    }

    /** Answers what is left to fold. */
    private List<LogEntry> fold(int partition, List<LogEntry> entries) {
        if (!(holdings.get(partition) instanceof Folding folding)) {
            return List.of();
        }
        long began = System.nanoTime();
        PartitionFold fold = folding.fold();
        long before = fold.nextOffset();
        try {
            int done = fold.fold(entries, this::turnIsOver);
            // Records that only rebuild the window prove nothing about the next transaction.
            holdings.put(partition, new Folding(fold, fold.nextOffset() > before ? 0 : folding.attempts()));
            metrics.foldTook(Duration.ofNanos(System.nanoTime() - began));
            return entries.subList(done, entries.size());
        } catch (TakenOverException e) {
            metrics.commitRefused();
            LOG.warnf("partition %d was taken over: %s", partition, e.getMessage());
            drop(partition, Waiting.after(settings.sessionTimeout(), 0, e));
        } catch (RuntimeException e) {
            metrics.commitFailed();
            LOG.warnf(e, "partition %d: nothing of this turn was stored; it is claimed and folded again", partition);
            drop(partition, Waiting.after(backOff.pause(folding.attempts()), folding.attempts() + 1, e));
        }
        return List.of();
    }

    private static List<LogEntry> read(List<ConsumerRecord<byte[], byte[]>> records) {
        List<LogEntry> entries = new ArrayList<>(records.size());
        records.forEach(record -> entries.add(LogReader.read(record)));
        return entries;
    }

    private void drop(int partition, Waiting until) {
        backlog.remove(partition);
        pause(bounds.partition(partition));
        holdings.put(partition, until);
        claims.release(partition);
    }

    /** For lag metrics and autoscaling only: where to go on from is PostgreSQL's to say. */
    private void sendPositions(boolean last) {
        if (!last
                && System.nanoTime() - positionsSentNanos
                        < settings.positionsEvery().toNanos()) {
            return;
        }
        positionsSentNanos = System.nanoTime();
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        holdings.all().forEach((partition, holding) -> {
            if (holding instanceof Folding folding) {
                positions.put(
                        bounds.partition(partition),
                        new OffsetAndMetadata(folding.fold().nextOffset()));
            }
        });
        consumer.commitAsync(positions, (sent, fault) -> {
            if (fault != null) {
                LOG.debugf(fault, "positions were not sent to Kafka");
            }
        });
    }
}

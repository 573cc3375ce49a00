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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
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

    /**
     * A partition in work.
     *
     * @param from the offset at which it began
     * @param entries what is left to fold
     */
    private record Turn(int partition, Folding folding, long from, List<LogEntry> entries, long beganNanos) {

        Turn folded(int done) {
            return new Turn(partition, folding, from, entries.subList(done, entries.size()), beganNanos);
        }
    }

    private final Consumer<byte[], byte[]> consumer;
    private final LogBounds bounds;
    private final PartitionClaims claims;
    private final Holdings holdings;
    private final FoldMetrics metrics;
    private final HealthConfig.Consumer settings;
    private final int storesAtOnce;
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
            HealthConfig config) {
        this.consumer = consumer;
        this.bounds = bounds;
        this.claims = claims;
        this.holdings = holdings;
        this.metrics = metrics;
        this.settings = config.consumer();
        this.storesAtOnce = config.fold().storesAtOnce();
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

    /**
     * Folds the partitions in turn until the turn is over, at least one slice of one; those that are left stay paused. While what came
     * of one is stored the next are folded; when this returns all of it is stored, or dropped.
     */
    private void workOff() {
        Deque<Turn> stored = new ArrayDeque<>();
        for (int partition : List.copyOf(backlog.keySet())) {
            List<LogEntry> entries = backlog.remove(partition);
            if (entries != null && holdings.get(partition) instanceof Folding folding) {
                begin(partition, folding, entries).ifPresent(stored::add);
            }
            if (stored.size() >= storesAtOnce) {
                settle(stored.remove());
            }
            if (turnIsOver()) {
                break;
            }
        }
        stored.forEach(this::settle);
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

    /** Folds records of a partition; what comes of them is on its way into the store then. Empty when it had to be dropped. */
    private Optional<Turn> begin(int partition, Folding folding, List<LogEntry> entries) {
        Turn turn = new Turn(partition, folding, folding.fold().nextOffset(), entries, System.nanoTime());
        return tried(turn, () -> turn.folded(folding.fold().begin(entries, this::turnIsOver)));
    }

    private void settle(Turn turn) {
        PartitionFold fold = turn.folding().fold();
        tried(turn, () -> {
                    fold.settle();
                    return turn;
                })
                .ifPresent(stored -> {
                    // Records that only rebuild the window prove nothing about the next transaction.
                    boolean moved = fold.nextOffset() > stored.from();
                    holdings.put(
                            stored.partition(),
                            new Folding(fold, moved ? 0 : stored.folding().attempts()));
                    metrics.foldTook(Duration.ofNanos(System.nanoTime() - stored.beganNanos()));
                    if (stored.entries().isEmpty()) {
                        consumer.resume(List.of(bounds.partition(stored.partition())));
                    } else {
                        backlog.put(stored.partition(), new ArrayList<>(stored.entries()));
                    }
                });
    }

    /** Does a part of a turn; when it throws, the partition is dropped whole. */
    private Optional<Turn> tried(Turn turn, Supplier<Turn> part) {
        int partition = turn.partition();
        try {
            return Optional.of(part.get());
        } catch (TakenOverException e) {
            metrics.commitRefused();
            LOG.warnf("partition %d was taken over: %s", partition, e.getMessage());
            drop(partition, Waiting.after(settings.sessionTimeout(), 0, e));
        } catch (RuntimeException e) {
            metrics.commitFailed();
            int attempts = turn.folding().attempts();
            LOG.warnf(e, "partition %d: nothing of this turn was stored; it is claimed and folded again", partition);
            drop(partition, Waiting.after(backOff.pause(attempts), attempts + 1, e));
        }
        return Optional.empty();
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

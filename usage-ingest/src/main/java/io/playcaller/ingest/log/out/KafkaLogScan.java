package io.playcaller.ingest.log.out;

import io.playcaller.contracts.EventCodec;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.context.app.CallersContext;
import io.playcaller.ingest.log.app.LogScan;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Reads headers only, and uncommitted records too: what an open transaction holds will stand in the log, because an outbox
 * sends again what was aborted.
 */
final class KafkaLogScan implements LogScan {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaSettings settings;
    private final String log;
    private final Set<ClaimKey> wanted;
    private final Instant since;
    private final Duration limit;
    private final Set<ClaimKey> found = new HashSet<>();
    private final Map<TopicPartition, Long> readTo = new HashMap<>();
    private @Nullable Consumer<byte[], byte[]> consumer;

    KafkaLogScan(KafkaSettings settings, String log, Set<ClaimKey> wanted, Instant since, Duration limit) {
        this.settings = settings;
        this.log = log;
        this.wanted = Set.copyOf(wanted);
        this.since = since;
        this.limit = limit;
    }

    @Override
    public Uni<Boolean> contains(String accountId, ClaimKey event) {
        return Uni.createFrom()
                .item(() -> {
                    read(partitionOf(accountId));
                    return found.contains(event);
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(CallersContext.executor());
    }

    /** As the producers' default partitioner does. */
    private TopicPartition partitionOf(String accountId) {
        int partitions = reader().partitionsFor(log).size();
        int hash = Utils.toPositive(Utils.murmur2(accountId.getBytes(StandardCharsets.UTF_8)));
        return new TopicPartition(log, hash % partitions);
    }

    private void read(TopicPartition partition) {
        long deadline = System.nanoTime() + limit.toNanos();
        Consumer<byte[], byte[]> reader = reader();
        reader.assign(List.of(partition));
        long end = reader.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long next = readTo.computeIfAbsent(partition, fresh -> beginning(reader, fresh, end));
        reader.seek(partition, next);
        while (next < end) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("%s was read to %d of %d within %s".formatted(partition, next, end, limit));
            }
            reader.poll(POLL).forEach(this::note);
            next = reader.position(partition);
            readTo.put(partition, next);
        }
    }

    private long beginning(Consumer<byte[], byte[]> reader, TopicPartition partition, long end) {
        OffsetAndTimestamp first =
                reader.offsetsForTimes(Map.of(partition, since.toEpochMilli())).get(partition);
        return first == null ? end : first.offset();
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        String id = text(record, EventCodec.ID);
        String source = text(record, EventCodec.SOURCE);
        if (id != null && source != null) {
            ClaimKey event = new ClaimKey(source, id);
            if (wanted.contains(event)) {
                found.add(event);
            }
        }
    }

    private static @Nullable String text(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private Consumer<byte[], byte[]> reader() {
        Consumer<byte[], byte[]> open = consumer;
        if (open == null) {
            open = new KafkaConsumer<>(settings.reader(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
            consumer = open;
        }
        return open;
    }

    @Override
    public void close() {
        Consumer<byte[], byte[]> open = consumer;
        if (open != null) {
            Infrastructure.getDefaultWorkerPool().execute(open::close);
        }
    }
}

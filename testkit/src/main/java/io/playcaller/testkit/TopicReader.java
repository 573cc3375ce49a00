package io.playcaller.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A topic for tests that look at it again and again: each record is read once and kept. Sees committed records only, belongs to
 * no group, and takes the partitions that the topic has when it is first read. For any thread.
 */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    /** How long the broker holds a fetch that finds nothing. Whoever closes a reader, or seeks, waits for the fetch under way. */
    private static final int FETCH_WAIT_MILLIS = 50;

    private final String topic;
    private final Admin admin;
    private final Consumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private List<TopicPartition> partitions = List.of();

    TopicReader(String bootstrapServers, String topic) {
        this.topic = topic;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest",
                        "fetch.max.wait.ms",
                        FETCH_WAIT_MILLIS),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * All committed records that the topic has now; in order within each partition. What was cleared is not among them. Behind a
     * transaction that is open nobody reads: until it ends is waited for, so that none is missed that was written beside it.
     */
    public synchronized List<ConsumerRecord<String, byte[]>> all() {
        assign();
        Map<TopicPartition, Long> ends = LogEnds.of(admin, partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        records.removeIf(
                record -> record.offset() < begins.getOrDefault(new TopicPartition(topic, record.partition()), 0L));
        return List.copyOf(records);
    }

    private void assign() {
        if (partitions.isEmpty()) {
            partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
    }

    @Override
    public synchronized void close() {
        consumer.close();
        admin.close();
    }
}

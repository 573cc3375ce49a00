package io.playcaller.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Creates, writes and reads topics for tests. Readers see committed records only, start at the beginning and belong to no
 * group. Waiting ends when the condition holds or the limit is over, whichever is first. One thread at a time.
 */
public final class TestTopics implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    /** How long the broker holds a fetch that finds nothing. Whoever closes a reader, or seeks, waits for the fetch under way. */
    private static final int FETCH_WAIT_MILLIS = 50;

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(2);

    private final String bootstrapServers;
    private @Nullable Admin admin;
    private @Nullable Producer<String, byte[]> producer;

    public TestTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The text of a record's value. */
    public static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    /** The text of the last header of that name, if there is one. */
    public static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    /** Creates a topic, and waits until the broker tells of it; one that exists stays as it is. */
    public void create(String topic, int partitions) {
        create(topic, partitions, Map.of());
    }

    /**
     * Creates a topic, and waits until the broker tells of it; one that exists stays as it is.
     *
     * @param config settings of the topic, such as {@code cleanup.policy}
     */
    public void create(String topic, int partitions, Map<String, String> config) {
        NewTopic wanted = new NewTopic(topic, partitions, (short) 1).configs(config);
        try {
            admin().createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topic " + topic + " cannot be created", e);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        awaitTold(topic);
    }

    /** The broker hears of a new topic a moment after the controller has made it. */
    private void awaitTold(String topic) {
        long deadline = System.nanoTime() + TOLD_WITHIN.toNanos();
        try {
            while (!admin().listTopics().names().get().contains(topic)) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(topic + " was created, and is not there after " + TOLD_WITHIN);
                }
                TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics cannot be listed", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Deletes what the topic holds now, as retention does: whoever reads from the start begins behind it. */
    public void clear(String topic) {
        try (Consumer<String, byte[]> consumer = consumer()) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            consumer.endOffsets(assignFromStart(consumer, topic))
                    .forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end)));
            admin().deleteRecords(all).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topic " + topic + " cannot be cleared", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Writes a text and waits until the broker has it. */
    public RecordMetadata produce(String topic, String key, String value) {
        return produce(new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a record, with headers, partition or without value as given, and waits until the broker has it. */
    public RecordMetadata produce(ProducerRecord<String, byte[]> record) {
        try {
            return producer().send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing can be written to " + record.topic(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * All committed records that the topic has now; in order within each partition. Behind a transaction that is open nobody reads:
     * until it ends is waited for, so that none is missed that was written beside it.
     */
    public List<ConsumerRecord<String, byte[]>> readAll(String topic) {
        try (Consumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = assignFromStart(consumer, topic);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            read(consumer, LogEnds.of(admin(), partitions), records);
            return records;
        }
    }

    private static void read(
            Consumer<String, byte[]> consumer,
            Map<TopicPartition, Long> ends,
            List<ConsumerRecord<String, byte[]>> records) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
    }

    /**
     * Reads from the start until the records satisfy the condition.
     *
     * @param limit how long to wait at most; whoever stood still meanwhile still sees all that is there by then
     * @return the records read
     * @throws AssertionError if the condition does not hold in time; it lists what was read
     */
    public List<ConsumerRecord<String, byte[]>> readUntil(
            String topic, Duration limit, Predicate<List<ConsumerRecord<String, byte[]>>> condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumer()) {
            assignFromStart(consumer, topic);
            while (!condition.test(records)) {
                boolean last = System.nanoTime() > deadline;
                if (last) {
                    read(consumer, consumer.endOffsets(consumer.assignment()), records);
                } else {
                    consumer.poll(POLL).forEach(records::add);
                }
                if (last && !condition.test(records)) {
                    throw new AssertionError(
                            "%s: not what was awaited within %s; it has %s".formatted(topic, limit, brief(records)));
                }
            }
        }
        return records;
    }

    /** Reads from the start until there are so many records. */
    public List<ConsumerRecord<String, byte[]>> readUntilCount(String topic, Duration limit, int count) {
        return readUntil(topic, limit, records -> records.size() >= count);
    }

    /** Reads from the start until one record satisfies the condition, and returns it. */
    public ConsumerRecord<String, byte[]> readUntilOne(
            String topic, Duration limit, Predicate<ConsumerRecord<String, byte[]>> condition) {
        return readUntil(topic, limit, records -> records.stream().anyMatch(condition)).stream()
                .filter(condition)
                .findFirst()
                .orElseThrow();
    }

    private Admin admin() {
        Admin open = admin;
        if (open == null) {
            open = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
            admin = open;
        }
        return open;
    }

    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(
                    Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                    new StringSerializer(),
                    new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    private Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "fetch.max.wait.ms",
                        FETCH_WAIT_MILLIS),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> assignFromStart(Consumer<String, byte[]> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return partitions;
    }

    private static List<String> brief(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> record.key() + "=" + (record.value() == null ? "null" : text(record)))
                .toList();
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(CLOSE_WITHIN);
        }
        if (admin != null) {
            admin.close(CLOSE_WITHIN);
        }
    }
}

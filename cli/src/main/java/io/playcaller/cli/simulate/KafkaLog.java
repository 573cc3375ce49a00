package io.playcaller.cli.simulate;

import io.playcaller.cli.Refused;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.lab.simulate.LogLine;
import io.playcaller.lab.simulate.LogSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** {@code customer-events} as it stands on Kafka now, what was committed of it. In no group: nobody notices. */
final class KafkaLog implements LogSource {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int BATCH = 5_000;

    private final Map<String, Object> settings;
    private final String topic;
    private final Consumer<LogLine> copy;

    /** @param copy is told every record that was read */
    KafkaLog(String broker, String topic, Consumer<LogLine> copy) {
        this.settings = new HashMap<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                BATCH));
        this.topic = topic;
        this.copy = copy;
    }

    @Override
    public List<Integer> partitions() {
        try (var consumer = consumer()) {
            List<Integer> partitions = consumer.partitionsFor(topic).stream()
                    .map(PartitionInfo::partition)
                    .sorted()
                    .toList();
            if (partitions.isEmpty()) {
                throw new Refused("there is no topic " + topic);
            }
            return partitions;
        } catch (KafkaException e) {
            throw new Refused("Kafka does not say which partitions %s has: %s".formatted(topic, e.getMessage()), e);
        }
    }

    @Override
    public long forEach(int partition, Consumer<Event<?>> each) {
        TopicPartition on = new TopicPartition(topic, partition);
        long unreadable = 0;
        try (var consumer = consumer()) {
            consumer.assign(List.of(on));
            consumer.seekToBeginning(List.of(on));
            long end = Objects.requireNonNull(consumer.endOffsets(List.of(on)).get(on));
            while (consumer.position(on) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    unreadable += read(record, each) ? 0 : 1;
                }
            }
        } catch (KafkaException e) {
            throw new Refused("%s cannot be read: %s".formatted(on, e.getMessage()), e);
        }
        return unreadable;
    }

    private boolean read(ConsumerRecord<byte[], byte[]> record, Consumer<Event<?>> each) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        copy.accept(new LogLine(record.partition(), record.headers(), new String(value, StandardCharsets.UTF_8)));
        try {
            EventCodec.read(record.headers(), record.value()).ifPresent(each);
            return true;
        } catch (UnreadableEventException e) {
            return false;
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}

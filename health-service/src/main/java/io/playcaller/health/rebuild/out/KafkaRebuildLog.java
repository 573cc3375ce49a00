package io.playcaller.health.rebuild.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.app.LogReader;
import io.playcaller.health.rebuild.ClaimedModels.Said;
import io.playcaller.health.rebuild.app.RebuildLog;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** {@link RebuildLog} from Kafka: in no group, so that nobody's partitions move. */
final class KafkaRebuildLog implements RebuildLog {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int RECORDS = 2_000;

    /** It reads to ends that it knows, and each partition anew waits for the fetch of the one before, which finds nothing. */
    private static final int FETCH_WAIT_MILLIS = 50;

    private static final byte[] ACTIVATION = EventType.MODEL_ACTIVATED.wire().getBytes(StandardCharsets.UTF_8);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private @Nullable TopicPartition reading;

    private KafkaRebuildLog(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    @ApplicationScoped
    static class FromBroker implements Source {

        private final Map<String, Object> broker;
        private final String topic;

        FromBroker(@Identifier("default-kafka-broker") Map<String, Object> broker, TopicNames topics) {
            this.broker = broker;
            this.topic = topics.of(Topic.CUSTOMER_EVENTS);
        }

        @Override
        public RebuildLog open() {
            Map<String, Object> settings = new HashMap<>(broker);
            settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
            settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS);
            settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
            settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
            return new KafkaRebuildLog(
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()), topic);
        }
    }

    @Override
    public long begin(int partition) {
        TopicPartition on = on(partition);
        return known(on, consumer.beginningOffsets(List.of(on)).get(on));
    }

    @Override
    public long end(int partition) {
        TopicPartition on = on(partition);
        return known(on, consumer.endOffsets(List.of(on)).get(on));
    }

    private static long known(TopicPartition on, @Nullable Long offset) {
        if (offset == null) {
            throw new KafkaException("Kafka does not say from where to where " + on + " reaches");
        }
        return offset;
    }

    @Override
    public List<Said> activations(int partition, long from, long until) {
        List<Said> found = new ArrayList<>();
        readFrom(partition, from);
        while (position() < until) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < until && isActivation(record)) {
                    said(record).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** Only such a record is read whole. */
    private static boolean isActivation(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader(EventCodec.TYPE);
        return type != null && Arrays.equals(type.value(), ACTIVATION);
    }

    private static Optional<Said> said(ConsumerRecord<byte[], byte[]> record) {
        return LogReader.read(record) instanceof LogEntry.Fact fact
                        && fact.event().data() instanceof ModelActivated model
                ? id(fact.event().envelope().id()).map(id -> new Said(record.offset(), id, model))
                : Optional.empty();
    }

    private static Optional<UUID> id(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void readFrom(int partition, long offset) {
        TopicPartition on = on(partition);
        consumer.assign(List.of(on));
        consumer.seek(on, offset);
        reading = on;
    }

    @Override
    public List<LogEntry> next() {
        List<LogEntry> entries = new ArrayList<>();
        consumer.poll(POLL).forEach(record -> entries.add(LogReader.read(record)));
        return entries;
    }

    @Override
    public long position() {
        if (reading == null) {
            throw new IllegalStateException("nothing is read yet");
        }
        return consumer.position(reading);
    }

    private TopicPartition on(int partition) {
        return new TopicPartition(topic, partition);
    }

    @Override
    public void close() {
        consumer.close();
    }
}

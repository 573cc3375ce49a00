package io.playcaller.router.restore.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.contracts.work.TaskChanged;
import io.playcaller.router.restore.ToldStep;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The end of {@code tasks}, read in no group. */
@ApplicationScoped
public class KafkaTaskEnd {

    /** Records of each partition; some of them are marks of transactions. */
    private static final long LAST = 400;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> settings;
    private final String topic;

    KafkaTaskEnd(@Identifier("default-kafka-broker") Map<String, Object> broker, TopicNames topics) {
        this.settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.topic = topics.of(Topic.TASKS);
    }

    /**
     * The newest steps. Blocks for as long as that takes.
     *
     * @throws org.apache.kafka.common.KafkaException when they cannot be read now
     */
    public List<ToldStep> read() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
            ends.forEach((partition, end) ->
                    consumer.seek(partition, Math.max(begins.getOrDefault(partition, 0L), end - LAST)));
            return read(consumer, ends);
        }
    }

    /** Up to where each partition ended when it was asked; what is told meanwhile is ours. */
    private static List<ToldStep> read(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<ToldStep> steps = new ArrayList<>();
        long began = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new TimeoutException("the end of tasks did not come within " + PATIENCE);
            }
            consumer.poll(POLL).forEach(record -> step(record).ifPresent(steps::add));
        }
        return steps;
    }

    /** What nobody can read says nothing of any task. */
    private static Optional<ToldStep> step(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null
                    ? Optional.empty()
                    : EventCodec.read(record.headers(), record.value())
                            .flatMap(event -> event.data() instanceof TaskChanged change
                                    ? Optional.of(new ToldStep(
                                            change.taskId(), event.envelope().rev(), change.at()))
                                    : Optional.empty());
        } catch (UnreadableEventException e) {
            return Optional.empty();
        }
    }
}

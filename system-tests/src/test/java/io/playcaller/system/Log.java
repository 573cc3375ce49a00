package io.playcaller.system;

import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** The topic customer-events, and what health-service tells, as anybody can read it. */
final class Log {

    private final PlaycallerStack stack;
    private final String topic = PlaycallerStack.topicPrefix() + "customer-events";

    Log(PlaycallerStack stack) {
        this.stack = stack;
    }

    /** All records, in order within each partition. */
    List<ConsumerRecord<String, byte[]>> all() {
        try (TestTopics topics = stack.topics()) {
            return topics.readAll(topic);
        }
    }

    /** What was told of the chapter's accounts up to then; what was sent twice, with the same id, once. */
    Told told(String chapter, Instant until) {
        Told told = new Told(chapter, until);
        Set<String> ids = new HashSet<>();
        try (TestTopics topics = stack.topics()) {
            for (String of : List.of("health-changes", "signals")) {
                topics.readAll(PlaycallerStack.topicPrefix() + of).stream()
                        .filter(record -> record.value() != null)
                        .map(record -> EventCodec.read(record.headers(), record.value())
                                .orElseThrow())
                        .filter(event -> ids.add(event.envelope().id()))
                        .forEach(event -> add(told, event.data()));
            }
        }
        return told;
    }

    private static void add(Told told, Record data) {
        if (data instanceof HealthChanged change) {
            told.add(change);
        } else if (data instanceof SignalChanged signal) {
            told.add(signal);
        }
    }

    /** How often each id of a fact of the chapter's accounts was written, without what the register says. */
    Map<String, Integer> written(String chapter) {
        try (TestTopics topics = stack.topics()) {
            Map<String, Integer> written = new TreeMap<>();
            topics.readAll(topic).stream()
                    .filter(record -> isFact(record, chapter))
                    .forEach(record ->
                            written.merge(TestTopics.header(record, "ce_id").orElseThrow(), 1, Integer::sum));
            return written;
        }
    }

    /**
     * Writes records of the chapter once more, byte for byte: what a door leaves behind that is killed after Kafka had its
     * records and before it could confirm its claims.
     */
    void writeAgain(String chapter, int count) {
        try (TestTopics topics = stack.topics()) {
            List<ConsumerRecord<String, byte[]>> written = topics.readAll(topic).stream()
                    .filter(record -> isFact(record, chapter))
                    .toList();
            int every = Math.max(1, written.size() / count);
            for (int i = 0; i < written.size(); i += every) {
                var record = written.get(i);
                topics.produce(new ProducerRecord<>(
                        topic, record.partition(), null, record.key(), record.value(), record.headers()));
            }
        }
    }

    /** The offset after the last record, per partition. */
    Map<Integer, Long> ends() {
        Map<TopicPartition, OffsetSpec> wanted = List.of(0, 1, 2, 3).stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic, partition), any -> OffsetSpec.latest()));
        try (Admin admin = stack.admin()) {
            return admin.listOffsets(wanted).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            end -> end.getKey().partition(),
                            end -> end.getValue().offset()));
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isFact(ConsumerRecord<String, byte[]> record, String chapter) {
        return record.key() != null
                && record.key().startsWith(chapter + "-")
                && !TestTopics.header(record, "ce_type").orElse("").contains(".register.");
    }
}

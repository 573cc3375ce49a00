package io.playcaller.system;

import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** The topic customer-events, as anybody can read it. */
final class Log {

    private final PlaycallerStack stack;
    private final String topic = PlaycallerStack.topicPrefix() + "customer-events";

    Log(PlaycallerStack stack) {
        this.stack = stack;
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

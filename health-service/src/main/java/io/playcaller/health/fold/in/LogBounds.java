package io.playcaller.health.fold.in;

import io.playcaller.health.fold.app.PartitionClaims.Bounds;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** What Kafka has of the log: which topic it is, and from where to where a partition reaches. */
final class LogBounds {

    private static final long WITHIN_SECONDS = 10;

    private final String topic;
    private final Admin admin;

    LogBounds(String topic, Admin admin) {
        this.topic = topic;
        this.admin = admin;
    }

    String topic() {
        return topic;
    }

    TopicPartition partition(int partition) {
        return new TopicPartition(topic, partition);
    }

    /** Asks the broker anew: a topic may have been made again under its old name. */
    Bounds of(Consumer<?, ?> consumer, int partition) {
        TopicPartition on = partition(partition);
        Long begin = consumer.beginningOffsets(List.of(on)).get(on);
        Long end = consumer.endOffsets(List.of(on)).get(on);
        if (begin == null || end == null) {
            throw new KafkaException("Kafka does not say from where to where " + on + " reaches");
        }
        return new Bounds(topicId(), begin, end);
    }

    private UUID topicId() {
        try {
            return admin
                    .describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(WITHIN_SECONDS, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .map(TopicDescription::topicId)
                    .map(id -> new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits()))
                    .findFirst()
                    .orElseThrow(() -> new KafkaException("Kafka does not know " + topic));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the topic " + topic + " cannot be described", e);
        }
    }
}

package io.playcaller.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

    private final String topic = PlaycallerStack.topicPrefix() + UUID.randomUUID();
    private final TestTopics topics = PlaycallerStack.shared().topics();
    private final TopicReader reader = PlaycallerStack.shared().reader(topic);

    @BeforeEach
    void createTopic() {
        topics.create(topic, 3);
    }

    @AfterEach
    void close() {
        reader.close();
        topics.close();
    }

    @Test
    void eachLookFindsAllThatThereIsByThen() {
        assertThat(reader.all()).isEmpty();

        topics.produce(topic, "acme", "score 1");
        assertThat(reader.all()).extracting(TestTopics::text).containsExactly("score 1");

        topics.produce(topic, "acme", "score 2");
        topics.produce(topic, "globex", "score 3");
        assertThat(reader.all())
                .extracting(TestTopics::text)
                .containsExactlyInAnyOrder("score 1", "score 2", "score 3")
                .containsSubsequence("score 1", "score 2");
    }

    @Test
    void abortedRecordsAreNotRead() {
        Map<String, Object> config =
                Map.of("bootstrap.servers", PlaycallerStack.shared().addresses().kafka(), "transactional.id", topic);
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "acme", "aborted"));
            producer.flush();
            producer.abortTransaction();
        }
        topics.produce(topic, "acme", "committed");

        // Nobody reads beyond the transaction until the broker has marked its end, a moment after it answered.
        topics.readUntilCount(topic, Duration.ofMinutes(2), 1);
        assertThat(reader.all()).extracting(TestTopics::text).containsExactly("committed");
    }

    /** A record that was written beside a transaction cannot be read before that has ended. */
    @Test
    void anOpenTransactionIsWaitedFor() {
        Map<String, Object> config =
                Map.of("bootstrap.servers", PlaycallerStack.shared().addresses().kafka(), "transactional.id", topic);
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "acme", "in a transaction"));
            producer.flush();
            topics.produce(topic, "acme", "beside it");
            var read = CompletableFuture.supplyAsync(reader::all);
            assertThatThrownBy(() -> read.get(1, TimeUnit.SECONDS))
                    .as("nobody reads behind a transaction that is open")
                    .isInstanceOf(TimeoutException.class);

            producer.commitTransaction();

            assertThat(read.orTimeout(2, TimeUnit.MINUTES).join())
                    .extracting(TestTopics::text)
                    .containsExactly("in a transaction", "beside it");
        }
    }

    @Test
    void whatWasClearedIsGoneWhetherItWasReadOrNot() {
        topics.produce(topic, "acme", "read");
        assertThat(reader.all()).hasSize(1);
        topics.produce(topic, "acme", "not read");
        topics.clear(topic);
        topics.produce(topic, "acme", "later");

        assertThat(reader.all()).extracting(TestTopics::text).containsExactly("later");
    }
}

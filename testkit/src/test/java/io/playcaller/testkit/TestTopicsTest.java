package io.playcaller.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestTopicsTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final String topic = PlaycallerStack.topicPrefix() + UUID.randomUUID();
    private final TestTopics topics = PlaycallerStack.shared().topics();

    @BeforeEach
    void createTopic() {
        topics.create(topic, 3);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void readAllReturnsWhatAllPartitionsHold() {
        for (int account = 0; account < 10; account++) {
            topics.produce(topic, "account-" + account, "score " + account);
        }

        assertThat(topics.readAll(topic))
                .hasSize(10)
                .extracting(TestTopics::text)
                .contains("score 0", "score 9");
    }

    @Test
    void anEmptyTopicReadsAsEmpty() {
        assertThat(topics.readAll(topic)).isEmpty();
    }

    @Test
    void abortedRecordsAreNotRead() {
        Map<String, Object> config =
                Map.of("bootstrap.servers", PlaycallerStack.shared().addresses().kafka(), "transactional.id", topic);
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "account", "aborted"));
            producer.flush();
            producer.abortTransaction();
        }
        topics.produce(topic, "account", "committed");

        // Nobody reads beyond the transaction until the broker has marked its end, a moment after it answered.
        assertThat(topics.readUntilCount(topic, LIMIT, 1))
                .extracting(TestTopics::text)
                .containsExactly("committed");
        assertThat(topics.readAll(topic)).extracting(TestTopics::text).containsExactly("committed");
    }

    @Test
    void oneRecordIsAwaitedWithItsHeaders() {
        var record = new ProducerRecord<>(topic, "account", "open".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", "SignalOpened".getBytes(StandardCharsets.UTF_8));
        topics.produce(topic, "account", "other");
        topics.produce(record);

        var found =
                topics.readUntilOne(topic, LIMIT, one -> TestTopics.text(one).equals("open"));

        assertThat(TestTopics.header(found, "ce_type")).contains("SignalOpened");
        assertThat(TestTopics.header(found, "ce_time")).isEmpty();
    }

    @Test
    void whatDoesNotComeInTimeFailsWithWhatCame() {
        topics.produce(topic, "account", "only one");

        assertThatThrownBy(() -> topics.readUntilCount(topic, Duration.ofMillis(1), 2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("account=only one");
    }
}

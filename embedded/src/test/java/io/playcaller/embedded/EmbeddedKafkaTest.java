package io.playcaller.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    private static final String TOPIC = "facts";

    @TempDir
    Path directory;

    @Test
    void committedRecordsAreReadAlsoAfterARestartOnOtherPorts() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0)) {
            createTopic(kafka);
            inTransaction(kafka, "kept", true);
            inTransaction(kafka, "dropped", false);

            assertThat(readCommitted(kafka, 1)).containsExactly("kept");
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0)) {
            inTransaction(kafka, "later", true);

            assertThat(readCommitted(kafka, 2)).containsExactly("kept", "later");
        }
    }

    @Test
    void recordsOfAKilledRunAreReadInTheNext() throws Exception {
        ForkedRun.thatDiesWithItsServerRunning(directory, "kafka");

        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0)) {
            assertThat(readCommitted(kafka, 1)).containsExactly("acknowledged");
        }
    }

    @Test
    void aTakenPortAndADirectoryInUseAreNamed() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0)) {
            assertThatThrownBy(() -> EmbeddedKafka.start(directory.resolve("other"), kafka.port()))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessage("port %d is taken by another process; set --kafka-port or stop it", kafka.port());

            assertThatThrownBy(() -> EmbeddedKafka.start(directory, 0))
                    .isInstanceOf(BackingServiceException.class)
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid());
        }
    }

    static void createTopic(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    static void inTransaction(EmbeddedKafka kafka, String value, boolean commit) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "writer-of-facts");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, "key", value));
            producer.flush();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private static List<String> readCommitted(EmbeddedKafka kafka, int atLeast) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "group.id",
                "reader-" + atLeast,
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        List<String> values = new ArrayList<>();
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            while (values.size() < atLeast && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}

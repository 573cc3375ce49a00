package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.CloudEventSerializer;
import io.playcaller.contracts.Topic;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Java SDK of CloudEvents, unmodified, as serializer of a Kafka producer, against the Kafka door. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class CloudEventsKafkaProofComponentTest {

    private static final int EVENTS = 150;
    private static final URI PRODUCER = URI.create("/java/sdk");

    @ParameterizedTest
    @EnumSource(names = {"BINARY", "STRUCTURED"})
    void everythingThatTheSdkWritesIsInTheLogOnce(Encoding mode) {
        String account = "java-sdk-" + mode.name().toLowerCase(Locale.ROOT);
        List<String> sent = new ArrayList<>();
        try (KafkaProducer<String, CloudEvent> producer = producer(mode)) {
            for (int i = 0; i < EVENTS; i++) {
                CloudEvent event = event(account, i);
                producer.send(new ProducerRecord<>(Door.topic(Topic.USAGE_EVENTS), account, event));
                sent.add(PRODUCER + "#" + event.getId());
            }
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(received(account)).containsExactlyInAnyOrderElementsOf(sent));
    }

    private static KafkaProducer<String, CloudEvent> producer(Encoding mode) {
        return new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                PlaycallerStack.shared().addresses().kafka(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                CloudEventSerializer.class,
                CloudEventSerializer.ENCODING_CONFIG,
                mode,
                CloudEventSerializer.EVENT_FORMAT_CONFIG,
                JsonFormat.CONTENT_TYPE));
    }

    private static CloudEvent event(String account, int number) {
        String data = "{\"event\":\"Report Exported\",\"userId\":\"java-user\",\"feature\":\"Größe ✓\"}";
        return CloudEventBuilder.v1()
                .withId(account + "-" + number)
                .withSource(PRODUCER)
                .withType("io.playcaller.usage.recorded.v1")
                .withTime(OffsetDateTime.now())
                .withExtension("accountid", account)
                .withExtension("sequence", number)
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static List<String> received(String account) {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .filter(record -> account.equals(record.key()))
                .map(record -> header(record, "ce_id"))
                .toList();
    }
}

package io.playcaller.system;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.CloudEventSerializer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The Java SDK of CloudEvents as serializer of a Kafka producer with its default settings.
 *
 * @param broker where it writes to
 * @param topic of the Kafka door
 */
record JavaSdkClient(String broker, String topic) implements Client {

    private static final URI SOURCE = URI.create("/java/sdk");
    private static final byte[] DATA =
            "{\"event\":\"Report Exported\",\"userId\":\"java-user\"}".getBytes(StandardCharsets.UTF_8);

    @Override
    public String account() {
        return "java-account";
    }

    @Override
    public List<String> send(int events, int perSecond) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        List<Future<RecordMetadata>> acknowledged = new ArrayList<>();
        Pace pace = new Pace(perSecond);
        try (KafkaProducer<String, CloudEvent> producer = producer()) {
            for (int i = 0; i < events; i++) {
                pace.await(i);
                CloudEvent event = event(i);
                ids.add(SOURCE + "#" + event.getId());
                acknowledged.add(producer.send(new ProducerRecord<>(topic, account(), event)));
            }
            for (Future<RecordMetadata> record : acknowledged) {
                record.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the producer gave a record up", e);
        }
        return ids;
    }

    private KafkaProducer<String, CloudEvent> producer() {
        return new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                CloudEventSerializer.class,
                CloudEventSerializer.ENCODING_CONFIG,
                Encoding.STRUCTURED,
                CloudEventSerializer.EVENT_FORMAT_CONFIG,
                JsonFormat.CONTENT_TYPE));
    }

    private CloudEvent event(int number) {
        return CloudEventBuilder.v1()
                .withId("java-" + number)
                .withSource(SOURCE)
                .withType("io.playcaller.usage.recorded.v1")
                .withTime(OffsetDateTime.now())
                .withExtension("accountid", account())
                .withData("application/json", DATA)
                .build();
    }
}

package io.playcaller.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes records to Kafka, each once and in order. */
public final class LogSender implements AutoCloseable {

    /** Many at once, to fill a log. */
    private static final Map<String, Object> MANY = Map.of(
            ProducerConfig.LINGER_MS_CONFIG,
            20,
            ProducerConfig.BATCH_SIZE_CONFIG,
            128 << 10,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4");

    /** As the door sends. */
    private static final Map<String, Object> AT_ONCE =
            Map.of(ProducerConfig.LINGER_MS_CONFIG, 1, ProducerConfig.COMPRESSION_TYPE_CONFIG, "snappy");

    private final AtomicReference<Exception> fault = new AtomicReference<>();
    private final KafkaProducer<String, byte[]> producer;

    private LogSender(String broker, Map<String, Object> own) {
        Map<String, Object> settings = new HashMap<>(own);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    public static LogSender ofMany(String broker) {
        return new LogSender(broker, MANY);
    }

    public static LogSender atOnce(String broker) {
        return new LogSender(broker, AT_ONCE);
    }

    /** Sends a copy: the producer closes the headers of what it sent, and some records are sent twice. */
    public void send(ProducerRecord<String, byte[]> record) {
        var copy = new ProducerRecord<>(
                record.topic(), record.partition(), record.key(), record.value(), new RecordHeaders(record.headers()));
        var unused = producer.send(copy, (sent, failed) -> {
            if (failed != null) {
                fault.compareAndSet(null, failed);
            }
        });
    }

    /** @throws IOException when a record was not taken */
    public void flush() throws IOException {
        producer.flush();
        if (fault.get() != null) {
            throw new IOException("the log cannot be written", fault.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

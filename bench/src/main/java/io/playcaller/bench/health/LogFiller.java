package io.playcaller.bench.health;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes a log to Kafka, each record once and in order. */
final class LogFiller {

    private static final int SAY_EACH = 100_000;

    private final Map<String, Object> settings;
    private final AtomicReference<Exception> fault = new AtomicReference<>();
    private int written;

    LogFiller(String broker) {
        this.settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 << 10,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4");
    }

    /**
     * Returns when everything is written.
     *
     * @param progress told now and then how many records were
     */
    int fill(CustomerLog log, IntConsumer progress) throws IOException {
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            log.writeTo(record -> send(producer, record, progress));
        }
        if (fault.get() != null) {
            throw new IOException("the log cannot be filled", fault.get());
        }
        return written;
    }

    /** A copy: the producer closes the headers of what it sent, and some records are sent twice. */
    private void send(
            KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record, IntConsumer progress) {
        var copy = new ProducerRecord<>(
                record.topic(), record.partition(), record.key(), record.value(), new RecordHeaders(record.headers()));
        var unused = producer.send(copy, (sent, failed) -> {
            if (failed != null) {
                fault.compareAndSet(null, failed);
            }
        });
        written++;
        if (written % SAY_EACH == 0) {
            progress.accept(written);
        }
    }
}

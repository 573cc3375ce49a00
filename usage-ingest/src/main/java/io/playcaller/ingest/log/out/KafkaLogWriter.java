package io.playcaller.ingest.log.out;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.context.app.CallersContext;
import io.playcaller.ingest.log.Outgoing;
import io.playcaller.ingest.log.app.LogWriter;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * An idempotent producer. Its {@code send} may block for metadata or for room, so one thread of its own calls it; that one
 * thread is also what keeps the order. The answer comes back on the caller's Vert.x context.
 */
@ApplicationScoped
class KafkaLogWriter implements LogWriter {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    private final Producer<String, byte[]> producer;
    private final TopicNames topics;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> new Thread(task, "log-writer"));
    private final Timer latency;
    private final KafkaClientMetrics clientMetrics;

    KafkaLogWriter(KafkaSettings settings, IngestConfig config, TopicNames topics, MeterRegistry metrics) {
        this.topics = topics;
        Map<String, Object> producing = settings.logProducer(config.log());
        LogCompression.require(String.valueOf(producing.get(ProducerConfig.COMPRESSION_TYPE_CONFIG)));
        this.producer = new KafkaProducer<>(producing, new StringSerializer(), new ByteArraySerializer());
        this.latency = Timer.builder("playcaller.ingest.publish")
                .description("from the request to write until Kafka has stored all records of it")
                .publishPercentileHistogram()
                .register(metrics);
        this.clientMetrics = new KafkaClientMetrics(producer);
        clientMetrics.bindTo(metrics);
    }

    /** Is made now, and not for the first event. */
    void start(@Observes StartupEvent started) {}

    @Override
    public Uni<BitSet> write(List<Outgoing> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().item(new BitSet());
        }
        Executor caller = CallersContext.executor();
        return Uni.createFrom()
                .<BitSet>emitter(emitter -> {
                    Timer.Sample sample = Timer.start();
                    Acknowledgements acknowledgements = new Acknowledgements(records.size(), stored -> {
                        sample.stop(latency);
                        emitter.complete(stored);
                    });
                    sender.execute(() -> sendAll(records, acknowledgements));
                })
                .emitOn(caller);
    }

    private void sendAll(List<Outgoing> records, Acknowledgements acknowledgements) {
        for (int i = 0; i < records.size(); i++) {
            int index = i;
            try {
                Future<RecordMetadata> unused = producer.send(
                        kafkaRecord(records.get(i)), (metadata, fault) -> acknowledgements.of(index, fault));
            } catch (RuntimeException fault) {
                acknowledgements.of(index, fault);
            }
        }
    }

    private ProducerRecord<String, byte[]> kafkaRecord(Outgoing record) {
        return new ProducerRecord<>(
                topics.of(record.topic()),
                null,
                record.key(),
                WireJson.write(record.data()),
                EventCodec.headers(record.envelope(), EventType.of(record.data())));
    }

    /** What requests still in work have sent is stored before the service ends. */
    @PreDestroy
    void close() {
        sender.shutdown();
        clientMetrics.close();
        producer.close(CLOSE_LIMIT);
    }
}

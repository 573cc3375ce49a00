package io.playcaller.ingest.log.out;

import io.playcaller.ingest.config.IngestConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.record.CompressionType;

/** The settings of this service's own clients, on top of what {@code kafka.*} says for all clients. */
@ApplicationScoped
public class KafkaSettings {

    private static final int ASK_MILLIS = 5_000;
    private static final int FETCH_WAIT_MILLIS = 50;

    private final Map<String, Object> common;

    KafkaSettings(@Identifier("default-kafka-broker") Map<String, Object> common) {
        this.common = Map.copyOf(common);
    }

    /**
     * The producer of the doors: stored everywhere, once, in order, or known to have failed before the SDK gives up. A request
     * fills a small batch of each partition, and lz4 takes 160 KB of fresh memory for each; snappy keeps what it used.
     */
    Map<String, Object> logProducer(IngestConfig.Log log) {
        Map<String, Object> settings = safe(log.deliveryTimeout());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, log.blockTimeout().toMillis());
        settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, CompressionType.SNAPPY.name);
        return settings;
    }

    /** A transactional producer: starting it fences the one of that name that runs elsewhere. */
    public Map<String, Object> transactionalProducer(String transactionalId, Duration timeout) {
        Map<String, Object> settings = safe(timeout);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) timeout.toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout.toMillis());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return settings;
    }

    /**
     * A reader of its own: of no group, sees what open transactions hold, leaves no position behind. It is meant to read to an
     * end that is known and to close, which waits for a fetch that finds nothing.
     */
    public Map<String, Object> reader() {
        Map<String, Object> settings = new HashMap<>(common);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        return settings;
    }

    /** A client that asks about topics, and gives up soon. */
    public Map<String, Object> admin() {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ASK_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ASK_MILLIS);
        return settings;
    }

    private Map<String, Object> safe(Duration deliveryTimeout) {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) deliveryTimeout.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) deliveryTimeout.toMillis() / 3);
        return settings;
    }
}

package io.playcaller.outbox.relay;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A transactional producer named after its shard: opening it makes the broker refuse the one that was open before. */
public final class KafkaShardProducer implements ShardProducer {

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    /** A crashed relay's transaction holds up readers for this long if nobody takes over its shard. */
    private static final int TRANSACTION_TIMEOUT_MS = 10_000;

    private static final Map<String, Object> SETTINGS = Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.LINGER_MS_CONFIG, 0,
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000,
            ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000,
            ProducerConfig.BUFFER_MEMORY_CONFIG, 8L << 20);

    private static final ObjectReader HEADERS =
            WireJson.mapper().readerFor(new TypeReference<Map<String, String>>() {});

    private final String transactionalId;
    private final Producer<String, byte[]> producer;

    private KafkaShardProducer(String transactionalId, Producer<String, byte[]> producer) {
        this.transactionalId = transactionalId;
        this.producer = producer;
    }

    /**
     * @param broker how to reach Kafka: {@code bootstrap.servers} and, where needed, security
     * @param name of the service with the installation's prefix; the producers are named {@code <name>-outbox-<shard>}
     */
    public static Factory factory(Map<String, Object> broker, String name) {
        return shard -> {
            String transactionalId = name + "-outbox-" + shard;
            Map<String, Object> settings = new HashMap<>(broker);
            settings.putAll(SETTINGS);
            settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
            settings.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
            var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            try {
                producer.initTransactions();
            } catch (RuntimeException e) {
                producer.close(Duration.ZERO);
                throw e;
            }
            return new KafkaShardProducer(transactionalId, producer);
        };
    }

    @Override
    public void send(List<OutboxRow> rows) {
        try {
            producer.beginTransaction();
            for (OutboxRow row : rows) {
                failEarly(producer.send(record(row)));
            }
            producer.commitTransaction();
        } catch (RuntimeException e) {
            if (isFenced(e)) {
                throw new FencedException(transactionalId + " was opened by another relay", e);
            }
            throw e;
        }
    }

    /** Aborts what is open. */
    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }

    private static ProducerRecord<String, byte @Nullable []> record(OutboxRow row) {
        byte[] value = row.value() == null ? null : row.value().getBytes();
        return new ProducerRecord<>(row.topic(), row.partition(), null, row.key(), value, headers(row));
    }

    private static List<Header> headers(OutboxRow row) {
        try {
            Map<String, String> texts = HEADERS.readValue(row.headers().getBytes());
            List<Header> headers = new ArrayList<>(texts.size());
            texts.forEach((name, text) -> headers.add(new RecordHeader(name, text.getBytes(StandardCharsets.UTF_8))));
            return headers;
        } catch (IOException e) {
            throw new IllegalStateException("the headers of outbox row " + row.id() + " are not a JSON object", e);
        }
    }

    /**
     * A send that fails later fails the commit; one that failed already, because the broker cannot be found, is not
     * followed by others that each wait as long.
     */
    private static void failEarly(Future<RecordMetadata> send) {
        if (!send.isDone()) {
            return;
        }
        try {
            send.get();
        } catch (ExecutionException e) {
            throw new KafkaException("a record of the outbox cannot be sent", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static boolean isFenced(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return true;
            }
        }
        return false;
    }
}

package io.playcaller.bench.health;

import io.playcaller.contracts.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the signals that come from now on, once they are committed, and notes when the first of each key was read. */
final class SignalReader implements AutoCloseable {

    private static final String SIGNALS = Topic.SIGNALS.name("");
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOOK_EACH = Duration.ofMillis(50);
    private static final Duration END_WITHIN = Duration.ofSeconds(10);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> readAt = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::read, "bench-signals");
    private volatile boolean stopping;
    private volatile @Nullable RuntimeException fault;

    /** Returns when nothing that is said from here on can be missed. */
    SignalReader(String broker) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "latest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(SIGNALS).stream()
                .map(partition -> new TopicPartition(SIGNALS, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    void start() {
        thread.start();
    }

    private void read() {
        try {
            while (!stopping) {
                consumer.poll(POLL).forEach(signal -> readAt.putIfAbsent(signal.key(), System.nanoTime()));
            }
        } catch (RuntimeException e) {
            fault = e;
        }
    }

    /**
     * When each was read, by {@link System#nanoTime()}.
     *
     * @throws IOException when one does not come in time
     */
    Map<String, Long> await(List<String> keys, Duration within) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (!readAt.keySet().containsAll(keys)) {
            if (fault != null) {
                throw new IOException("signals cannot be read", fault);
            }
            if (System.nanoTime() > deadline) {
                long missing =
                        keys.stream().filter(key -> !readAt.containsKey(key)).count();
                throw new IOException("%d of %d signals did not come within %d s"
                        .formatted(missing, keys.size(), within.toSeconds()));
            }
            Thread.sleep(LOOK_EACH.toMillis());
        }
        return readAt;
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(END_WITHIN.toMillis());
            consumer.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.playcaller.health.account.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.health.account.HealthBrief;
import io.playcaller.health.account.app.HealthStream;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads the end of {@code health-changes}, in no group, and only while somebody listens: what a page shows live is what
 * everybody else was told. All streams end when the service shuts down, which would wait for them.
 */
@ApplicationScoped
class KafkaHealthStream implements HealthStream {

    private static final Logger LOG = Logger.getLogger(KafkaHealthStream.class);
    private static final Duration POLL = Duration.ofMillis(250);

    private final Map<String, Object> settings;
    private final String topic;
    private final Set<MultiEmitter<? super HealthBrief>> listeners = ConcurrentHashMap.newKeySet();
    private boolean reading;
    private boolean shutDown;

    KafkaHealthStream(@Identifier("default-kafka-broker") Map<String, Object> broker, TopicNames topics) {
        this.settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.topic = topics.of(Topic.HEALTH_CHANGES);
    }

    @Override
    public Multi<HealthBrief> changes() {
        return Multi.createFrom().<HealthBrief>emitter(listener -> listen(listener), BackPressureStrategy.DROP);
    }

    synchronized void shutDown(@Observes ShutdownDelayInitiatedEvent begun) {
        shutDown = true;
        listeners.forEach(MultiEmitter::complete);
        listeners.clear();
    }

    private synchronized void listen(MultiEmitter<? super HealthBrief> listener) {
        if (shutDown) {
            listener.complete();
            return;
        }
        listeners.add(listener);
        listener.onTermination(() -> listeners.remove(listener));
        if (!reading) {
            reading = true;
            Thread reader = new Thread(this::read, "health-stream");
            reader.setDaemon(true);
            reader.start();
        }
    }

    private synchronized boolean someoneListens() {
        reading = !listeners.isEmpty();
        return reading;
    }

    private void read() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (someoneListens()) {
                consumer.poll(POLL).forEach(this::tell);
            }
        } catch (KafkaException e) {
            LOG.warn("the live stream ends: health-changes cannot be read", e);
            failAll(e);
        }
    }

    private synchronized void failAll(KafkaException e) {
        reading = false;
        listeners.forEach(listener -> listener.fail(e));
        listeners.clear();
    }

    private void tell(ConsumerRecord<byte[], byte[]> record) {
        try {
            EventCodec.read(record.headers(), record.value())
                    .map(Event::data)
                    .filter(HealthChanged.class::isInstance)
                    .map(HealthChanged.class::cast)
                    .ifPresent(change -> listeners.forEach(listener -> listener.emit(HealthBrief.of(change))));
        } catch (UnreadableEventException e) {
            LOG.debugf(e, "health-changes %d/%d is not told", record.partition(), record.offset());
        }
    }
}

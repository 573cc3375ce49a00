package io.playcaller.ingest.tail.out;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.ingest.log.out.KafkaSettings;
import io.playcaller.ingest.tail.TailFilter;
import io.playcaller.ingest.tail.TailLine;
import io.playcaller.ingest.tail.TailListener;
import io.playcaller.ingest.tail.app.Tail;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ends of {@code customer-events} and {@code dead-letters}, in no group, and only while somebody listens: so it tells
 * what came in through every replica and every door, the doors do nothing for it, and Redis is not asked. One reader serves all
 * who listen here. All streams end when the service shuts down, which would wait for them.
 */
@ApplicationScoped
class KafkaTail implements Tail {

    private static final Logger LOG = Logger.getLogger(KafkaTail.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int ROOM = 500;

    private final KafkaSettings settings;
    private final String log;
    private final String letters;
    private final Set<Told> told = ConcurrentHashMap.newKeySet();
    private boolean reading;
    private boolean shutDown;

    KafkaTail(KafkaSettings settings, TopicNames topics, MeterRegistry metrics) {
        this.settings = settings;
        this.log = topics.of(Topic.CUSTOMER_EVENTS);
        this.letters = topics.of(Topic.DEAD_LETTERS);
        Gauge.builder("playcaller.ingest.tail.listeners", told, Set::size)
                .description("live tails that this replica serves")
                .register(metrics);
    }

    /** One stream and who listens to it. */
    private static final class Told {

        private final TailListener listener;
        private @Nullable MultiEmitter<? super TailLine> stream;

        private Told(TailFilter filter) {
            this.listener = new TailListener(filter, ROOM, this::emit);
        }

        private void emit(TailLine line) {
            if (stream != null) {
                stream.emit(line);
            }
        }
    }

    /** What waits is bounded by the listener, which counts what the stream has handed on. */
    @Override
    public Multi<TailLine> follow(TailFilter filter) {
        return Multi.createFrom().deferred(() -> {
            Told one = new Told(filter);
            return Multi.createFrom()
                    .<TailLine>emitter(stream -> listen(one, stream), BackPressureStrategy.BUFFER)
                    .onItem()
                    .invoke(one.listener::taken);
        });
    }

    @Override
    public int listeners() {
        return told.size();
    }

    synchronized void shutDown(@Observes ShutdownDelayInitiatedEvent begun) {
        shutDown = true;
        end(MultiEmitter::complete);
    }

    private synchronized void listen(Told one, MultiEmitter<? super TailLine> stream) {
        if (shutDown) {
            stream.complete();
            return;
        }
        one.stream = stream;
        told.add(one);
        stream.onTermination(() -> told.remove(one));
        if (!reading) {
            reading = true;
            Thread reader = new Thread(this::read, "tail");
            reader.setDaemon(true);
            reader.start();
        }
    }

    private synchronized boolean someoneListens() {
        reading = !told.isEmpty();
        return reading;
    }

    private synchronized void end(Consumer<MultiEmitter<? super TailLine>> how) {
        reading = false;
        List<Told> all = List.copyOf(told);
        told.clear();
        all.forEach(one -> how.accept(Objects.requireNonNull(one.stream)));
    }

    private void read() {
        try (KafkaConsumer<String, byte[]> reader =
                new KafkaConsumer<>(atTheEnd(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Stream.of(log, letters)
                    .flatMap(topic -> reader.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToEnd(partitions);
            // Only now it is known where the end is, and nobody may be told that it listens before.
            partitions.forEach(reader::position);
            while (someoneListens()) {
                told.forEach(one -> one.listener.catchUp());
                reader.poll(POLL).forEach(this::tell);
            }
        } catch (RuntimeException e) {
            // Whatever it was: who listens to a reader that is gone would wait for ever.
            LOG.warn("live tails end: Kafka cannot be read", e);
            end(stream -> stream.fail(e));
        }
    }

    private Map<String, Object> atTheEnd() {
        Map<String, Object> reader = settings.reader();
        reader.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reader.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        reader.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) POLL.toMillis());
        return reader;
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(letters)) {
            TailRecords.letter(record).ifPresent(this::tell);
        } else if (anybodyWants(TailRecords.source(record))) {
            TailRecords.fact(record).ifPresent(this::tell);
        }
    }

    private void tell(TailLine line) {
        told.forEach(one -> one.listener.tell(line));
    }

    private boolean anybodyWants(@Nullable String source) {
        return told.stream()
                .map(one -> one.listener.filter())
                .anyMatch(filter -> !filter.refusedOnly() && filter.wantsSource(source));
    }
}

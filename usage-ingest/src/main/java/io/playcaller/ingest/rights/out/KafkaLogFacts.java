package io.playcaller.ingest.rights.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.ingest.context.app.CallersContext;
import io.playcaller.ingest.log.out.KafkaSettings;
import io.playcaller.ingest.rights.LogPosition;
import io.playcaller.ingest.rights.Part;
import io.playcaller.ingest.rights.PersonFile;
import io.playcaller.ingest.rights.app.LogFacts;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Reads whole partitions, some seconds at a time: nothing else finds a person there. */
@ApplicationScoped
class KafkaLogFacts implements LogFacts {

    private static final Duration AT_A_TIME = Duration.ofSeconds(5);

    private final KafkaSettings settings;
    private final String log;

    KafkaLogFacts(KafkaSettings settings, TopicNames topics) {
        this.settings = settings;
        this.log = topics.of(Topic.CUSTOMER_EVENTS);
    }

    @Override
    public Uni<Part> of(PersonFile person, @Nullable LogPosition from, int limit) {
        return Uni.createFrom()
                .item(() -> read(person, from, limit))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(CallersContext.executor());
    }

    private Part read(PersonFile person, @Nullable LogPosition from, int limit) {
        try (Consumer<String, byte[]> reader =
                new KafkaConsumer<>(committed(), new StringDeserializer(), new ByteArrayDeserializer())) {
            FactSearch search = new FactSearch(reader, person, limit, System.nanoTime() + AT_A_TIME.toNanos());
            return search.of(partitions(reader, person), from);
        }
    }

    private Map<String, Object> committed() {
        Map<String, Object> committed = settings.reader();
        committed.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return committed;
    }

    /** As the producers' default partitioner does. */
    private List<TopicPartition> partitions(Consumer<?, ?> reader, PersonFile person) {
        int partitions = reader.partitionsFor(log).size();
        return person.accountIds().stream()
                .map(account -> Utils.toPositive(Utils.murmur2(account.getBytes(StandardCharsets.UTF_8))) % partitions)
                .distinct()
                .sorted()
                .map(partition -> new TopicPartition(log, partition))
                .toList();
    }
}

package io.playcaller.ingest.rights.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.Topic.Cleanup;
import io.playcaller.ingest.context.app.CallersContext;
import io.playcaller.ingest.log.out.KafkaSettings;
import io.playcaller.ingest.rights.Standing;
import io.playcaller.ingest.rights.app.Standings;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.utils.Utils;

/** Asks the broker, each time anew: an erasure is rare. */
@ApplicationScoped
class KafkaStandings implements Standings {

    /** What a retention of more is: none. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private static final Set<Topic> TOPICS =
            Set.of(Topic.PEOPLE, Topic.DEAD_LETTERS, Topic.USAGE_EVENTS, Topic.SUPPORT_EVENTS, Topic.CUSTOMER_EVENTS);

    private final KafkaSettings settings;
    private final TopicNames names;

    KafkaStandings(KafkaSettings settings, TopicNames names) {
        this.settings = settings;
        this.names = names;
    }

    @Override
    public Uni<Standing> of(Set<String> keys) {
        return Uni.createFrom()
                .item(() -> ask(keys))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(CallersContext.executor());
    }

    private Standing ask(Set<String> keys) {
        try (Admin admin = Admin.create(settings.admin())) {
            return new Standing(kept(admin), ends(admin, keys));
        }
    }

    private Map<Topic, Duration> kept(Admin admin) {
        Map<Topic, ConfigResource> resources = TOPICS.stream()
                .collect(Collectors.toMap(
                        Function.identity(), topic -> new ConfigResource(ConfigResource.Type.TOPIC, names.of(topic))));
        Map<ConfigResource, Config> configs =
                await(admin.describeConfigs(resources.values()).all());
        Map<Topic, Duration> kept = new EnumMap<>(Topic.class);
        resources.forEach((topic, resource) -> longest(topic, Objects.requireNonNull(configs.get(resource)))
                .ifPresent(longest -> kept.put(topic, longest)));
        return kept;
    }

    /**
     * A record goes with its segment: when the newest one in it is too old, and no new one comes into it after
     * {@code segment.ms}.
     */
    private static Optional<Duration> longest(Topic topic, Config config) {
        return topic.cleanup() == Cleanup.COMPACT
                ? bounded(config, TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG)
                : bounded(config, TopicConfig.RETENTION_MS_CONFIG)
                        .flatMap(retention ->
                                bounded(config, TopicConfig.SEGMENT_MS_CONFIG).map(retention::plus));
    }

    /** A setting that the broker does not say sets no bound. */
    private static Optional<Duration> bounded(Config config, String setting) {
        return Optional.ofNullable(config.get(setting))
                .map(ConfigEntry::value)
                .map(value -> Duration.ofMillis(Long.parseLong(value)))
                .filter(stated -> !stated.isNegative() && stated.compareTo(FOR_EVER) <= 0);
    }

    private SortedMap<Integer, Long> ends(Admin admin, Set<String> keys) {
        String people = names.of(Topic.PEOPLE);
        TopicDescription topic = Objects.requireNonNull(
                await(admin.describeTopics(List.of(people)).allTopicNames()).get(people));
        int partitions = topic.partitions().size();
        Map<TopicPartition, OffsetSpec> asked = keys.stream()
                .map(key -> new TopicPartition(people, partitionOf(key, partitions)))
                .distinct()
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        SortedMap<Integer, Long> ends = new TreeMap<>();
        await(admin.listOffsets(asked).all())
                .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }

    /** As the producers' default partitioner does. */
    private static int partitionOf(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    private static <T> T await(KafkaFuture<T> answer) {
        return answer.toCompletionStage().toCompletableFuture().join();
    }
}

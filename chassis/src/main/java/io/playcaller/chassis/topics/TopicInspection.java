package io.playcaller.chassis.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Compares topics on the broker with what is expected of them. Blocks; open while it is needed, then closed. */
final class TopicInspection implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Admin admin;

    TopicInspection(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.keySet().retainAll(AdminClientConfig.configNames());
        this.admin = Admin.create(settings);
    }

    /** Every difference as a sentence; empty when all is right. */
    List<String> differences(Collection<TopicExpectation> expectations)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<String> found = new ArrayList<>();
        Map<ConfigResource, Config> configs = existingConfigs(expectations, found);
        List<String> present =
                configs.keySet().stream().map(ConfigResource::name).toList();
        Map<String, TopicDescription> described =
                await(admin.describeTopics(present).allTopicNames());
        for (TopicExpectation expected : expectations) {
            TopicDescription topic = described.get(expected.name());
            Config config = configs.get(resource(expected));
            if (topic != null && config != null) {
                found.addAll(expected.differences(topic.partitions().size(), key -> valueOf(config, key)));
            }
        }
        return found;
    }

    /** Creates those that are missing, and waits until the brokers know them; others may do the same at the same time. */
    void createMissing(Collection<TopicExpectation> expectations)
            throws InterruptedException, ExecutionException, TimeoutException {
        var created = admin.createTopics(
                expectations.stream().map(TopicExpectation::creation).toList());
        for (KafkaFuture<Void> each : created.values().values()) {
            try {
                await(each);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!missing(expectations).isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    private List<String> missing(Collection<TopicExpectation> expectations)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<String> missing = new ArrayList<>();
        existingConfigs(expectations, missing);
        return missing;
    }

    private Map<ConfigResource, Config> existingConfigs(Collection<TopicExpectation> expectations, List<String> missing)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<ConfigResource, Config> found = new HashMap<>();
        var asked = admin.describeConfigs(
                expectations.stream().map(TopicInspection::resource).toList());
        for (Map.Entry<ConfigResource, KafkaFuture<Config>> each :
                asked.values().entrySet()) {
            try {
                found.put(each.getKey(), await(each.getValue()));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                missing.add(each.getKey().name() + " is missing");
            }
        }
        return found;
    }

    private static ConfigResource resource(TopicExpectation expected) {
        return new ConfigResource(ConfigResource.Type.TOPIC, expected.name());
    }

    private static @Nullable String valueOf(Config config, String key) {
        var entry = config.get(key);
        return entry == null ? null : entry.value();
    }

    private static <T> T await(KafkaFuture<T> asked) throws InterruptedException, ExecutionException, TimeoutException {
        return asked.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}

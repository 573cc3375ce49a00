package io.playcaller.chassis.topics;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.Topic.Cleanup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * How one topic must be on the broker.
 *
 * @param exactPartitions empty where any number is right
 * @param newPartitions when it is created here
 * @param settings what is written at creation
 */
record TopicExpectation(
        String name, OptionalInt exactPartitions, int newPartitions, short replication, Map<String, String> settings) {

    static TopicExpectation of(Topic topic, String name, TopicsConfig config) {
        boolean fixed = topic == Topic.CUSTOMER_EVENTS;
        return new TopicExpectation(
                name,
                fixed ? OptionalInt.of(config.customerEventsPartitions()) : OptionalInt.empty(),
                fixed ? config.customerEventsPartitions() : config.partitions(),
                config.replication(),
                settings(topic, config));
    }

    private static Map<String, String> settings(Topic topic, TopicsConfig config) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, topic.cleanup().name().toLowerCase(Locale.ROOT));
        settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, config.replication() >= 3 ? "2" : "1");
        if (topic.cleanup() == Cleanup.DELETE) {
            topic.retention()
                    .map(usual -> config.retention().getOrDefault(topic.baseName(), usual))
                    .ifPresent(kept -> settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis())));
        }
        if (topic.appendTime()) {
            settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        }
        return settings;
    }

    NewTopic creation() {
        return new NewTopic(name, newPartitions, replication).configs(settings);
    }

    /** What differs, each as a sentence; empty when the topic is right. */
    List<String> differences(int partitions, Function<String, @Nullable String> actual) {
        List<String> found = new ArrayList<>();
        if (exactPartitions.isPresent() && exactPartitions.getAsInt() != partitions) {
            found.add(name + " has " + partitions + " partitions, must have " + exactPartitions.getAsInt());
        }
        settings.forEach((key, expected) -> {
            String value = actual.apply(key);
            if (!satisfied(key, expected, value)) {
                found.add(name + " has " + key + "=" + value + ", must have " + expected);
            }
        });
        return found;
    }

    private static boolean satisfied(String key, String expected, @Nullable String actual) {
        if (actual != null && key.equals(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)) {
            return Integer.parseInt(actual) >= Integer.parseInt(expected);
        }
        return expected.equals(actual);
    }
}

package io.playcaller.health.fold.in;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.health.config.HealthConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;

/** The consumer's properties. What correctness rests on cannot be configured away. */
@ApplicationScoped
class ConsumerSettings {

    private static final int CALLS_IN_WORK = 12;

    private final Map<String, Object> broker;
    private final TopicNames topics;

    ConsumerSettings(@Identifier("default-kafka-broker") Map<String, Object> broker, TopicNames topics) {
        this.broker = broker;
        this.topics = topics;
    }

    /** Address and security of the broker, as configured for every Kafka client by {@code kafka.*}. */
    Map<String, Object> broker() {
        return new HashMap<>(broker);
    }

    Map<String, Object> of(HealthConfig health) {
        HealthConfig.Consumer config = health.consumer();
        Map<String, Object> settings = broker();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, topics.prefix() + config.groupId());
        config.groupInstanceId().ifPresent(id -> settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
        // Positions come from PostgreSQL; a position that Kafka chose would lose facts or repeat them.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // The default would revoke every partition at each rebalance.
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.maxPollRecords());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int)
                config.sessionTimeout().toMillis());
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int)
                config.sessionTimeout().dividedBy(5).toMillis());
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int)
                maxPollInterval(health).toMillis());
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    /**
     * Beyond it this replica loses its partitions, although it lives. Between two polls are a turn, the slice that was in work
     * at its end, which is four calls of the database, or six where a model is put in force, and a claim, which is six. So a database that answers within its
     * time-out, however slowly, costs no partition; and a thread that hangs keeps them no longer than needed. Rebalances do
     * not wait so long: as a rule the next poll comes within the turn.
     */
    static Duration maxPollInterval(HealthConfig config) {
        return config.consumer().turn().plus(config.fold().storeTimeout().multipliedBy(CALLS_IN_WORK));
    }
}

package io.playcaller.testkit;

import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The services as containers, in the versions that production runs. */
final class ContainerBacking implements Backing {

    private static final int REDIS_PORT = 6379;

    private final KafkaContainer kafka = new KafkaContainer(DockerImageName.parse("apache/kafka-native:4.1.1"))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000");

    private final PostgreSQLContainer postgres = new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
            .withDatabaseName(StackAddresses.DATABASE)
            .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200", "-c", "timezone=Asia/Kathmandu");

    private final GenericContainer<?> redis =
            new GenericContainer<>(DockerImageName.parse("redis:7")).withExposedPorts(REDIS_PORT);

    private ContainerBacking() {}

    /** Asks the Docker engine, which may take some seconds where there is none. */
    static boolean isAvailable() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static ContainerBacking start() {
        ContainerBacking backing = new ContainerBacking();
        Startables.deepStart(backing.kafka, backing.postgres, backing.redis).join();
        return backing;
    }

    @Override
    public String kind() {
        return "containers";
    }

    @Override
    public StackAddresses addresses() {
        return new StackAddresses(
                kafka.getBootstrapServers(),
                postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                redis.getHost() + ":" + redis.getMappedPort(REDIS_PORT),
                postgres.getUsername(),
                postgres.getPassword());
    }

    @Override
    public void close() {
        Stream.of(kafka, redis, postgres).forEach(GenericContainer::stop);
    }
}

package io.playcaller.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a single node that shares its JVM: one replica of everything, few threads, small buffers. */
final class KafkaNodeSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", Integer.toString(NODE_ID)),
            Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,CLIENT:PLAINTEXT"),
            Map.entry("controller.listener.names", CONTROLLER_LISTENER),
            Map.entry("inter.broker.listener.name", "CLIENT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // Tests that let a member die want its session to end soon.
            Map.entry("group.min.session.timeout.ms", "1000"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            // After a kill the node waits until the session of its former self ends.
            Map.entry("broker.session.timeout.ms", "5000"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "2"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            Map.entry("background.threads", "2"),
            Map.entry("group.coordinator.threads", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)),
            Map.entry("log.index.size.max.bytes", Integer.toString(2 << 20)));

    private KafkaNodeSettings() {}

    static Properties properties(Path logDirectory, int clientPort, int controllerPort) {
        String host = LoopbackPorts.HOST;
        Properties properties = new Properties();
        properties.putAll(FIXED);
        properties.setProperty("log.dirs", logDirectory.toString());
        properties.setProperty(
                "listeners", "CLIENT://%s:%d,CONTROLLER://%s:%d".formatted(host, clientPort, host, controllerPort));
        properties.setProperty("advertised.listeners", "CLIENT://%s:%d".formatted(host, clientPort));
        properties.setProperty("controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, host, controllerPort));
        return properties;
    }
}

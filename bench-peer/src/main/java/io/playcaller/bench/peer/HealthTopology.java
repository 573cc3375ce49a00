package io.playcaller.bench.peer;

import io.playcaller.contracts.Topic;
import io.playcaller.health.engine.HealthEngine;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * One processor between the log and the three topics of health, with three stores, each with its changelog: the accounts in
 * RocksDB behind the write cache of Kafka Streams; what a partition has seen, and what its log says, in memory.
 */
final class HealthTopology {

    static final String ACCOUNTS = "accounts";
    static final String SEEN = "seen";
    static final String LOG = "log";

    private static final String SOURCE = "customer-events";
    private static final String FOLD = "fold";

    private HealthTopology() {}

    /** @param prefix of the topics that are written */
    static Topology of(HealthEngine engine, String prefix) {
        KeyValueBytesStoreSupplier rocks = Stores.persistentKeyValueStore(ACCOUNTS);
        KeyValueBytesStoreSupplier seen = Stores.inMemoryKeyValueStore(SEEN);
        KeyValueBytesStoreSupplier log = Stores.inMemoryKeyValueStore(LOG);
        return new Topology()
                .addSource(
                        SOURCE,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topic.CUSTOMER_EVENTS.name(""))
                .addProcessor(FOLD, () -> new FoldProcessor(engine), SOURCE)
                .addStateStore(
                        Stores.keyValueStoreBuilder(rocks, Serdes.String(), Serdes.ByteArray())
                                .withCachingEnabled()
                                .withLoggingEnabled(Map.of()),
                        FOLD)
                .addStateStore(
                        Stores.keyValueStoreBuilder(seen, Serdes.Bytes(), Serdes.Long())
                                .withLoggingEnabled(Map.of()),
                        FOLD)
                .addStateStore(
                        Stores.keyValueStoreBuilder(log, Serdes.String(), Serdes.ByteArray())
                                .withLoggingEnabled(Map.of()),
                        FOLD)
                .addSink(
                        Topic.HEALTH_CHANGES.baseName(),
                        Topic.HEALTH_CHANGES.name(prefix),
                        new StringSerializer(),
                        new ByteArraySerializer(),
                        FOLD)
                .addSink(
                        Topic.PROFILE_CHANGES.baseName(),
                        Topic.PROFILE_CHANGES.name(prefix),
                        new StringSerializer(),
                        new ByteArraySerializer(),
                        FOLD)
                .addSink(
                        Topic.SIGNALS.baseName(),
                        Topic.SIGNALS.name(prefix),
                        new StringSerializer(),
                        new ByteArraySerializer(),
                        FOLD);
    }
}

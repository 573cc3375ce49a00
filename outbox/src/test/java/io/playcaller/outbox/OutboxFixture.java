package io.playcaller.outbox;

import io.playcaller.outbox.relay.KafkaShardProducer;
import io.playcaller.outbox.relay.Leases;
import io.playcaller.outbox.relay.OutboxRelay;
import io.playcaller.outbox.relay.OutboxRows;
import io.playcaller.outbox.relay.PgLeases;
import io.playcaller.outbox.relay.PgOutboxRows;
import io.playcaller.outbox.relay.RelaySettings;
import io.playcaller.outbox.relay.ShardProducer;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An outbox in a schema of its own, a topic of its own, and relays as if in processes of their own. */
final class OutboxFixture implements AutoCloseable {

    static final int SHARDS = 4;
    static final int BATCH = 100;

    /** Long enough for a machine that stands still for a while: nothing is said of speed by it. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration LEASE = Duration.ofMillis(800);
    private static final String KEYS = "create table keyed (key text primary key, rev bigint not null)";

    static {
        // Sets up context propagation, which fails when several threads do it at once.
        Uni.createFrom().voidItem().await().indefinitely();
    }

    private final PlaycallerStack stack = PlaycallerStack.shared();
    private final Vertx vertx = Vertx.vertx();
    private final Deque<OutboxRelay> relays = new ArrayDeque<>();

    final String name = "outbox-" + UUID.randomUUID().toString().substring(0, 8);
    final String schema = stack.freshSchema();
    final TestTopics topics = stack.topics();
    final Pool pool;

    OutboxFixture() {
        execute(migration());
        execute(KEYS);
        topics.create(name, 2);
        pool = Pool.pool(vertx, connectOptions(), poolOptions());
    }

    private static PoolOptions poolOptions() {
        return new PoolOptions().setMaxSize(20).setConnectionTimeout(Math.toIntExact(PATIENCE.toSeconds()));
    }

    String jdbcUrl() {
        return stack.addresses().jdbcUrl(schema);
    }

    PgConnectOptions connectOptions() {
        return PgConnectOptions.fromUri(stack.addresses().reactiveUrl(schema))
                .setUser(stack.addresses().user())
                .setPassword(stack.addresses().password());
    }

    void execute(String sql) {
        try (var connection = stack.dataSource(schema).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String migration() {
        try (var script = OutboxFixture.class.getResourceAsStream("/db/outbox/V0_2__outbox.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RelaySettings settings(Duration leaseTtl) {
        return settings(leaseTtl, Duration.ofMillis(50));
    }

    private static RelaySettings settings(Duration leaseTtl, Duration poll) {
        return new RelaySettings("relay-" + UUID.randomUUID(), SHARDS, BATCH, 4, poll, leaseTtl);
    }

    OutboxRows rows() {
        return new PgOutboxRows(pool, PATIENCE);
    }

    Leases leases() {
        return new PgLeases(pool, PATIENCE);
    }

    ShardProducer.Factory producers() {
        return producers(stack.addresses().kafka());
    }

    ShardProducer.Factory producers(String bootstrapServers) {
        return KafkaShardProducer.factory(Map.of("bootstrap.servers", bootstrapServers), name);
    }

    /** A replica that shares the shards by short leases. */
    OutboxRelay replica() {
        return begin(OutboxRelay.byLease(settings(LEASE), leases(), rows(), producers()));
    }

    /** The same, which finds by itself so seldom what waits: what is sent before, somebody poked it for. */
    OutboxRelay replica(Duration poll) {
        return begin(OutboxRelay.byLease(settings(LEASE, poll), leases(), rows(), producers()));
    }

    OutboxRelay replica(StoppableProcess process) {
        return begin(OutboxRelay.byLease(settings(LEASE), process.leases(leases()), process.rows(rows()), producers()));
    }

    OutboxRelay explicit() {
        return begin(OutboxRelay.explicit(settings(Duration.ofMillis(400)), leases(), rows(), producers()));
    }

    OutboxRelay begin(OutboxRelay relay) {
        relays.push(relay);
        return relay.start();
    }

    /** Opens a producer of the shard as another relay does, and closes it: the broker refuses whoever had it. */
    void fence(int shard) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", stack.addresses().kafka(),
                "transactional.id", name + "-outbox-" + shard,
                "max.block.ms", PATIENCE.toMillis());
        try (var another = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            another.initTransactions();
        }
    }

    /** A record with a revision of its key; the id tells repetitions from others. */
    OutboxRecord change(String key, long rev) {
        return new OutboxRecord(
                name,
                null,
                key,
                Map.of("ce_id", key + "/" + rev, "ce_rev", Long.toString(rev)),
                Buffer.buffer("{\"rev\":" + rev + "}"));
    }

    /** Reads committed records of the topic from its end on; the caller closes it. */
    KafkaConsumer<String, String> reader() {
        Map<String, Object> config =
                Map.of("bootstrap.servers", stack.addresses().kafka(), "isolation.level", "read_committed");
        var reader = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
        var partitions = reader.partitionsFor(name).stream()
                .map(info -> new TopicPartition(name, info.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToEnd(partitions);
        partitions.forEach(reader::position);
        return reader;
    }

    static long rev(ConsumerRecord<String, byte[]> record) {
        return Long.parseLong(TestTopics.header(record, "ce_rev").orElseThrow());
    }

    long waiting() {
        return rows().backlog().depth();
    }

    @Override
    public void close() {
        relays.forEach(OutboxRelay::close);
        pool.closeAndAwait();
        vertx.closeAndAwait();
        topics.close();
    }
}

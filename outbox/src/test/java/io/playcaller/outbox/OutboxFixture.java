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
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** An outbox in a schema of its own, a topic of its own, and relays as if in processes of their own. */
final class OutboxFixture implements AutoCloseable {

    static final int SHARDS = 4;
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration LEASE = Duration.ofMillis(800);
    private static final Duration STATEMENT_WITHIN = Duration.ofSeconds(5);
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
        pool = Pool.pool(vertx, connectOptions(), new PoolOptions().setMaxSize(20));
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
        return new RelaySettings("relay-" + UUID.randomUUID(), SHARDS, 100, 4, Duration.ofMillis(50), leaseTtl);
    }

    OutboxRows rows() {
        return new PgOutboxRows(pool, STATEMENT_WITHIN);
    }

    Leases leases() {
        return new PgLeases(pool, STATEMENT_WITHIN);
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

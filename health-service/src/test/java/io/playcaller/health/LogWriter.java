package io.playcaller.health;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;

/** Writes customer-events as the door does: facts by account, broadcasts to every partition. */
public final class LogWriter implements AutoCloseable {

    public static final int PARTITIONS = 4;
    public static final String SOURCE = "web";

    private final TestTopics topics = PlaycallerStack.shared().topics();
    private final String log = PlaycallerStack.topicPrefix() + "customer-events";
    private final Map<Integer, Long> written = new ConcurrentHashMap<>();

    public TestTopics topics() {
        return topics;
    }

    /** Of each partition that it wrote to the offset of its last record. */
    public Map<Integer, Long> written() {
        return written;
    }

    public static String topic(String name) {
        return PlaycallerStack.topicPrefix() + name;
    }

    /** The partition that Kafka's default partitioner gives the account. */
    public static int partitionOf(String accountId) {
        return Utils.toPositive(Utils.murmur2(accountId.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }

    /** A live fact with an id of its own. */
    public RecordMetadata live(String accountId, Instant at, Record data) {
        return fact(UUID.randomUUID().toString(), accountId, at, FactOrigin.LIVE, data);
    }

    public RecordMetadata baseline(String accountId, Instant at, Record data) {
        return fact(UUID.randomUUID().toString(), accountId, at, FactOrigin.BASELINE, data);
    }

    public RecordMetadata fact(String id, String accountId, Instant at, FactOrigin origin, Record data) {
        Envelope envelope = new Envelope(id, SOURCE, at, accountId, origin, at, 0);
        return produce(keyed(accountId, EventCodec.headers(envelope, EventType.of(data)), WireJson.write(data)));
    }

    /** A record of the account that nobody can read. */
    public RecordMetadata poison(String accountId, Instant at) {
        Envelope envelope = new Envelope(UUID.randomUUID().toString(), SOURCE, at, accountId, FactOrigin.LIVE, at, 0);
        Headers headers = EventCodec.headers(envelope, EventType.USAGE_RECORDED);
        return produce(keyed(accountId, headers, "{\"quantity\":\"many\"}".getBytes(StandardCharsets.UTF_8)));
    }

    /** A record of a type that only a newer version knows. */
    public RecordMetadata fromTheFuture(String accountId, Instant at) {
        Envelope envelope = new Envelope(UUID.randomUUID().toString(), SOURCE, at, accountId, FactOrigin.LIVE, at, 0);
        Headers headers = EventCodec.headers(envelope, EventType.USAGE_RECORDED);
        headers.remove(EventCodec.TYPE)
                .add(EventCodec.TYPE, "io.playcaller.usage.recorded.v9".getBytes(StandardCharsets.UTF_8));
        return produce(keyed(accountId, headers, "{}".getBytes(StandardCharsets.UTF_8)));
    }

    private RecordMetadata produce(ProducerRecord<String, byte[]> record) {
        RecordMetadata written = topics.produce(record);
        this.written.put(written.partition(), written.offset());
        return written;
    }

    private ProducerRecord<String, byte[]> keyed(String accountId, Headers headers, byte[] value) {
        return new ProducerRecord<>(log, partitionOf(accountId), accountId, value, headers);
    }

    /** A tick at which every source is alive. */
    public void tick(Instant at) {
        broadcast(at, new ClockTicked(at, List.of(new SourceAlive(SOURCE, List.of(Feed.values()), at))));
    }

    public void broadcast(Instant at, Record data) {
        String id = UUID.randomUUID().toString();
        Envelope envelope = new Envelope(id, "playcaller/usage-ingest", at, null, FactOrigin.LIVE, at, 0);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            Headers headers = EventCodec.headers(envelope, EventType.of(data));
            produce(new ProducerRecord<>(log, partition, (String) null, WireJson.write(data), headers));
        }
    }

    @Override
    public void close() {
        topics.close();
    }
}

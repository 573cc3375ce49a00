package io.playcaller.outbox;

import static io.playcaller.outbox.OutboxFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.outbox.TransactionalWriter.Transaction;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every adapter of the outbox must keep, with the relay and against the real broker and database. Where the broker is slow a
 * relay cannot tell whether it sent, and sends again: a record may come twice in each of these.
 */
abstract class OutboxConformance {

    OutboxFixture fixture;
    TransactionalWriter writer;

    abstract TransactionalWriter writer(OutboxFixture at);

    @BeforeEach
    void open() {
        fixture = new OutboxFixture();
        writer = writer(fixture);
    }

    @AfterEach
    void close() {
        writer.close();
        fixture.close();
    }

    @Test
    void eventArrivesAsItWasAppended() {
        fixture.replica();
        Instant now = Instant.parse("2026-03-01T10:15:30.123456Z");
        var envelope = Envelope.own("an id with \u0000 and ü", "ingest", now, "acme", 7);
        var data = new BackfillEnded("run \u0000 für 日本", "web");

        commit(tx -> tx.append(List.of(OutboxRecord.of(fixture.name, "acme", envelope, data))));

        var arrived = await1();
        assertThat(arrived.key()).isEqualTo("acme");
        assertThat(EventCodec.read(arrived.headers(), arrived.value())).contains(Event.of(envelope, data));
    }

    /** As in an update of one replica after the other. */
    @Test
    void whatAWriterOfBeforeAppendedAsTextArrives() {
        fixture.replica();

        fixture.execute("insert into outbox (shard, topic, key, headers, value) values (0, '" + fixture.name
                + "', 'acme', '{\"ce_rev\":\"3\"}', '{\"name\":\"Müller\"}')");

        var arrived = await1();
        assertThat(OutboxFixture.rev(arrived)).isEqualTo(3);
        assertThat(new String(arrived.value(), StandardCharsets.UTF_8)).isEqualTo("{\"name\":\"Müller\"}");
    }

    @Test
    void whatIsTooLargeToBeSentIsRefusedByItsBytes() {
        Buffer fits = Buffer.buffer("é".repeat(OutboxRecord.MAX_VALUE_BYTES / 2));
        Buffer tooLarge = Buffer.buffer("é".repeat(OutboxRecord.MAX_VALUE_BYTES / 2 + 1));

        assertThat(new OutboxRecord(fixture.name, null, "acme", Map.of(), fits).value())
                .isEqualTo(fits);
        assertThatThrownBy(() -> new OutboxRecord(fixture.name, null, "acme", Map.of(), tooLarge))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("900002 bytes");
    }

    @Test
    void tombstoneAndRecordForOnePartitionArrive() {
        fixture.replica();
        var envelope = Envelope.own("id", "ingest", Instant.EPOCH, null, 0);
        var toAll = OutboxRecord.toPartition(fixture.name, 1, envelope, new BackfillEnded("run-1", "web"));

        commit(tx -> tx.append(List.of(OutboxRecord.tombstone(fixture.name, "person-1"), toAll)));

        var tombstone = fixture.topics.readUntilOne(fixture.name, PATIENCE, record -> record.key() != null);
        assertThat(tombstone.key()).isEqualTo("person-1");
        assertThat(tombstone.value()).isNull();
        var broadcast = fixture.topics.readUntilOne(fixture.name, PATIENCE, record -> record.key() == null);
        assertThat(broadcast.partition()).isEqualTo(1);
        assertThat(broadcast.value()).isNotNull();
    }

    @Test
    void rolledBackTransactionSendsNothing() {
        fixture.replica();

        assertThatThrownBy(() -> commit(tx -> tx.append(List.of(fixture.change("acme", 1)))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("no after all")))))
                .hasMessageContaining("no after all");

        commit(tx -> tx.append(List.of(fixture.change("globex", 1))));
        assertThat(awaitCount(1)).extracting(ConsumerRecord::key).containsOnly("globex");
    }

    @Test
    void recordsOfOneTransactionKeepTheirOrder() {
        OutboxRelay relay = fixture.replica();

        commit(tx -> tx.append(LongStream.rangeClosed(1, 250)
                .mapToObj(rev -> fixture.change("acme", rev))
                .toList()));

        awaitInOrder(Map.of("acme", 250L));
        awaitEmptyOutbox();
        long interrupted = relay.statistics().failures() + relay.statistics().fenced();
        assertThat(fixture.topics.readAll(fixture.name))
                .as("again comes what an attempt sent that failed, and nothing else")
                .hasSizeLessThanOrEqualTo(Math.toIntExact(250 + interrupted * OutboxFixture.BATCH));
    }

    @Test
    void twoTransactionsOnOneKeyKeepCommitOrder() {
        fixture.replica();
        var firstMayCommit = new CompletableFuture<Void>();
        var firstAppended = new CompletableFuture<Void>();
        var first = writer.inTransaction(tx -> change(tx, "acme")
                        .invoke(() -> firstAppended.complete(null))
                        .chain(() -> Uni.createFrom().completionStage(firstMayCommit)))
                .subscribeAsCompletionStage();
        settled(firstAppended);
        var second = writer.inTransaction(tx -> change(tx, "acme")).subscribeAsCompletionStage();
        commit(tx -> change(tx, "globex"));
        awaitCount(1);

        firstMayCommit.complete(null);
        settled(first);
        settled(second);

        awaitInOrder(Map.of("acme", 2L, "globex", 1L));
    }

    @Test
    void manyWritersAndTwoReplicasKeepTheOrderOfEachKey() {
        fixture.replica();
        fixture.replica();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        Map<String, Long> written = new TreeMap<>();

        for (int i = 0; i < 200; i++) {
            String key = "key-" + i % 7;
            written.merge(key, 1L, Long::sum);
            all.add(writer.inTransaction(tx -> change(tx, key)).subscribeAsCompletionStage());
        }
        all.forEach(OutboxConformance::settled);

        awaitInOrder(written);
        awaitEmptyOutbox();
        awaitInOrder(written);
    }

    @Test
    void lowerIdThatBecomesVisibleLaterIsStillSent() {
        fixture.replica();
        var mayCommit = new CompletableFuture<Void>();
        var appended = new CompletableFuture<Void>();
        var early = writer.inTransaction(tx -> change(tx, "early")
                        .invoke(() -> appended.complete(null))
                        .chain(() -> Uni.createFrom().completionStage(mayCommit)))
                .subscribeAsCompletionStage();
        settled(appended);
        commit(tx -> change(tx, "late"));
        awaitCount(1);
        awaitEmptyOutbox();

        mayCommit.complete(null);
        settled(early);

        awaitInOrder(Map.of("late", 1L, "early", 1L));
    }

    @ParameterizedTest
    @EnumSource
    void killedReplicaLosesNothingAndBreaksNoOrder(StoppableProcess.Point point) {
        var killed = new StoppableProcess(point);
        fixture.replica(killed);
        commit(tx -> change(tx, "acme").chain(() -> change(tx, "acme")));
        killed.awaitStop();

        fixture.replica();
        commit(tx -> change(tx, "acme"));

        var arrived = awaitInOrder(Map.of("acme", 3L));
        awaitEmptyOutbox();
        if (point == StoppableProcess.Point.BEFORE_DELETE) {
            assertThat(arrived.get("acme"))
                    .as("nobody knows that they were sent")
                    .startsWith(1L, 2L, 1L, 2L);
        }
        killed.goOn();
    }

    @ParameterizedTest
    @EnumSource
    void zombieIsRefusedByTheBroker(StoppableProcess.Point point) {
        var suspended = new StoppableProcess(point);
        OutboxRelay zombie = fixture.replica(suspended);
        commit(tx -> change(tx, "acme").chain(() -> change(tx, "acme")));
        suspended.awaitStop();
        fixture.replica();
        commit(tx -> change(tx, "acme"));
        awaitInOrder(Map.of("acme", 3L));
        awaitEmptyOutbox();

        suspended.goOn();

        if (point != StoppableProcess.Point.BEFORE_DELETE) {
            await("it is refused, or waits in vain for a broker that is slow to say so")
                    .atMost(PATIENCE)
                    .until(() ->
                            zombie.statistics().fenced() + zombie.statistics().failures() > 0);
            assertThat(zombie.statistics().sent()).isZero();
        }
        await("it is a replica like any other again")
                .atMost(PATIENCE)
                .until(() -> zombie.owned().size() == OutboxFixture.SHARDS / 2);
        commit(tx -> change(tx, "acme"));
        awaitInOrder(Map.of("acme", 4L));
    }

    /** A business change: state and what it says, in one transaction. */
    Uni<Void> change(Transaction tx, String key) {
        return tx.nextRevision(key).chain(rev -> tx.append(List.of(fixture.change(key, rev))));
    }

    void commit(Function<Transaction, Uni<?>> work) {
        writer.inTransaction(work).await().atMost(PATIENCE);
    }

    static void settled(CompletableFuture<Void> future) {
        future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    ConsumerRecord<String, byte[]> await1() {
        return awaitCount(1).get(0);
    }

    List<ConsumerRecord<String, byte[]>> awaitCount(int count) {
        return fixture.topics.readUntilCount(fixture.name, PATIENCE, count);
    }

    void awaitEmptyOutbox() {
        await().atMost(PATIENCE).until(() -> fixture.waiting() == 0);
    }

    /**
     * Waits until each key was told all its revisions up to its newest, in order: each follows the one before it or repeats from an
     * earlier one on, and the newest is the last.
     */
    Map<String, List<Long>> awaitInOrder(Map<String, Long> newest) {
        return revisionsByKey(fixture.topics.readUntil(
                fixture.name, PATIENCE, arrived -> toldInOrder(arrived).equals(newest)));
    }

    /** By key the newest revision; 0 where one was left out before it, or the last goes back behind it. */
    private static Map<String, Long> toldInOrder(List<ConsumerRecord<String, byte[]>> arrived) {
        Map<String, Long> told = new TreeMap<>();
        revisionsByKey(arrived).forEach((key, revisions) -> told.put(key, toldInOrderUpTo(revisions)));
        return told;
    }

    private static long toldInOrderUpTo(List<Long> revisions) {
        long before = 0;
        for (long revision : revisions) {
            if (revision > before + 1) {
                return 0;
            }
            before = revision;
        }
        return before == Collections.max(revisions) ? before : 0;
    }

    static Map<String, List<Long>> revisionsByKey(List<ConsumerRecord<String, byte[]>> arrived) {
        Map<String, List<Long>> revisions = new TreeMap<>();
        arrived.forEach(record -> revisions
                .computeIfAbsent(record.key(), key -> new ArrayList<>())
                .add(OutboxFixture.rev(record)));
        return revisions;
    }
}

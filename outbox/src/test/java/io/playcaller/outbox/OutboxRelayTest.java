package io.playcaller.outbox;

import static io.playcaller.outbox.OutboxFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.embedded.EmbeddedKafka;
import io.playcaller.outbox.relay.Lease;
import io.playcaller.outbox.relay.OutboxRelay;
import io.playcaller.testkit.TestTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxRelayTest {

    private static final int SHARD = 3;

    private final OutboxFixture fixture = new OutboxFixture();
    private final PgOutbox outbox = new PgOutbox(new Sharding(OutboxFixture.SHARDS));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void replicasShareTheShardsEvenly() {
        OutboxRelay first = fixture.replica();
        await().atMost(PATIENCE).until(() -> first.owned().size() == OutboxFixture.SHARDS);

        OutboxRelay second = fixture.replica();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(first.owned()).hasSize(2).doesNotContainAnyElementsOf(second.owned());
            assertThat(second.owned()).hasSize(2);
        });
    }

    @Test
    void shardsOfAReplicaThatStopsAreTakenAtOnce() {
        OutboxRelay leaving = fixture.begin(OutboxRelay.byLease(
                OutboxFixture.settings(Duration.ofMinutes(10)), fixture.leases(), fixture.rows(), fixture.producers()));
        await().atMost(PATIENCE).until(() -> leaving.owned().size() == OutboxFixture.SHARDS);

        leaving.close();

        OutboxRelay staying = fixture.replica();
        await().atMost(PATIENCE).until(() -> staying.owned().size() == OutboxFixture.SHARDS);
    }

    @Test
    void whatWaitsInShardsOfATimeWhenThereWereMoreIsSent() {
        // Given
        int beyond = OutboxFixture.SHARDS + 5;
        fixture.leases().prepare(beyond + 1);
        append(beyond, 1);

        // When
        OutboxRelay relay = fixture.replica();

        // Then
        assertThat(arrived(1)).containsExactly(1L);
        await().atMost(PATIENCE).until(() -> relay.owned().size() == beyond + 1);
    }

    @Test
    void explicitRelaySendsWhatItOwnsOnly() {
        OutboxRelay relay = fixture.explicit();
        append(SHARD, 1);
        append(SHARD + 1, 2);

        assertThat(relay.own(SHARD, 1).await().atMost(PATIENCE)).isTrue();

        assertThat(arrived(1)).containsExactly(1L);
        relay.own(SHARD + 1, 1).await().atMost(PATIENCE);
        assertThat(arrived(2)).containsExactly(1L, 2L);
    }

    @Test
    void lowerEpochDoesNotGetTheShard() {
        OutboxRelay current = fixture.explicit();
        OutboxRelay zombie = fixture.explicit();
        current.own(SHARD, 8).await().atMost(PATIENCE);

        boolean taken = zombie.own(SHARD, 7).await().atMost(PATIENCE);

        assertThat(taken).isFalse();
        assertThat(zombie.owned()).isEmpty();
    }

    @Test
    void higherEpochEndsTheRelayOfALowerOne() {
        OutboxRelay before = fixture.explicit();
        OutboxRelay after = fixture.explicit();
        before.own(SHARD, 7).await().atMost(PATIENCE);

        after.own(SHARD, 8).await().atMost(PATIENCE);

        await().atMost(PATIENCE).until(() -> before.owned().isEmpty());
        append(SHARD, 1);
        after.poke(SHARD);
        await().atMost(PATIENCE).until(() -> after.statistics().sent() > 0);
    }

    @Test
    void ownerThatAStaleRelayFencedFencesItBackAndGoesOn() {
        OutboxRelay owner = fixture.explicit();
        owner.own(SHARD, 8).await().atMost(PATIENCE);
        append(SHARD, 1);
        assertThat(arrived(1)).containsExactly(1L);

        // As a process does that was suspended between taking the shard and opening its producer.
        fixture.fence(SHARD);
        append(SHARD, 2);
        owner.poke(SHARD);

        assertThat(arrived(2)).containsExactly(1L, 2L);
        assertThat(owner.statistics().fenced() + owner.statistics().failures())
                .as("it is refused, or waits in vain for a broker that is slow to say so")
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void relayWhoseProducerCannotBeClosedGoesOn(boolean fenced) {
        var breaking = new BreakingProducers(fixture.producers(), fenced);
        OutboxRelay relay = fixture.begin(OutboxRelay.explicit(
                OutboxFixture.settings(Duration.ofMillis(400)), fixture.leases(), fixture.rows(), breaking));
        append(SHARD, 1);

        relay.own(SHARD, 1).await().atMost(PATIENCE);

        assertThat(arrived(1)).containsExactly(1L);
        assertThat(breaking.closings()).isEqualTo(1);
    }

    @Test
    void releasedShardIsNotRelayed() {
        OutboxRelay relay = fixture.explicit();
        relay.own(SHARD, 1).await().atMost(PATIENCE);

        relay.release(SHARD).await().atMost(PATIENCE);

        assertThat(relay.owned()).isEmpty();
        assertThat(fixture.rows().oldest(new Lease(SHARD, "any", 1), 1)).isEmpty();
    }

    @Test
    void waitingRecordsAreMeasured() {
        OutboxRelay relay = fixture.explicit();

        append(SHARD, 1);

        await().atMost(PATIENCE).until(() -> {
            var backlog = relay.statistics().backlog();
            return backlog.depth() == 1 && backlog.age().toMillis() > 0;
        });
    }

    @Test
    void recordsWaitWhileKafkaIsDown(@TempDir Path directory) {
        EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0);
        OutboxRelay relay = fixture.begin(OutboxRelay.explicit(
                OutboxFixture.settings(Duration.ofSeconds(1)),
                fixture.leases(),
                fixture.rows(),
                fixture.producers(kafka.bootstrapServers())));
        relay.own(SHARD, 1).await().atMost(PATIENCE);
        try (var topics = new TestTopics(kafka.bootstrapServers())) {
            topics.create(fixture.name, 2);
            append(SHARD, 1);
            topics.readUntilCount(fixture.name, PATIENCE, 1);
        }
        kafka.close();
        LongStream.rangeClosed(2, 50).forEach(rev -> append(SHARD, rev));
        await().atMost(PATIENCE).until(() -> relay.statistics().failures() > 0);

        kafka = EmbeddedKafka.start(directory, kafka.port());

        try (var topics = new TestTopics(kafka.bootstrapServers())) {
            await().atMost(PATIENCE).until(() -> fixture.waiting() == 0);
            assertThat(topics.readAll(fixture.name).stream()
                            .map(OutboxFixture::rev)
                            .distinct())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 50).boxed().toList());
        }
        relay.close();
        kafka.close();
    }

    /** Waits until so many revisions can be read, and tells them in order. Where the broker is slow one may come again: it is told once. */
    private List<Long> arrived(int count) {
        return revisions(fixture.topics.readUntil(
                fixture.name, PATIENCE, records -> revisions(records).size() >= count));
    }

    private static List<Long> revisions(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(OutboxFixture::rev).distinct().toList();
    }

    private void append(int shard, long rev) {
        fixture.pool
                .withTransaction(tx -> outbox.append(tx, shard, List.of(fixture.change("acme", rev))))
                .await()
                .atMost(PATIENCE);
    }
}

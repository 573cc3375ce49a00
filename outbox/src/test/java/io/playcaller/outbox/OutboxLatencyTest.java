package io.playcaller.outbox;

import static io.playcaller.outbox.OutboxFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.outbox.relay.OutboxRelay;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;

/**
 * How soon after its commit a record can be read: half of the way from an event to its task is outboxes. What the product waits for,
 * every record waits for; what a busy machine waits for, the quickest of many does not.
 */
class OutboxLatencyTest {

    private static final int WARM_UP = 50;
    private static final int MEASURED = 100;
    private static final Duration ACCEPTABLE = Duration.ofMillis(100);
    private static final Duration NEVER = Duration.ofDays(1);

    @Test
    void pokedRecordIsReadableSoonAfterItsCommit() {
        try (var fixture = new OutboxFixture();
                var reader = fixture.reader()) {
            OutboxRelay relay = fixture.replica(NEVER);
            await().atMost(PATIENCE).until(() -> relay.owned().size() == OutboxFixture.SHARDS);

            long[] nanos = LongStream.rangeClosed(1, WARM_UP + MEASURED)
                    .map(rev -> commitToRead(fixture, relay, reader, rev))
                    .skip(WARM_UP)
                    .sorted()
                    .toArray();

            System.out.printf(
                    "outbox: commit to read_committed reader: min %.1f ms, median %.1f ms, 90%% %.1f ms, max %.1f ms%n",
                    nanos[0] / 1e6,
                    nanos[MEASURED / 2] / 1e6,
                    nanos[MEASURED * 9 / 10] / 1e6,
                    nanos[MEASURED - 1] / 1e6);
            assertThat(Duration.ofNanos(nanos[0])).isLessThan(ACCEPTABLE);
        }
    }

    private static long commitToRead(
            OutboxFixture fixture, OutboxRelay relay, KafkaConsumer<String, String> reader, long rev) {
        PgOutbox outbox = new PgOutbox(new Sharding(OutboxFixture.SHARDS));
        fixture.pool
                .withTransaction(tx -> outbox.append(tx, List.of(fixture.change("key-" + rev, rev))))
                .await()
                .atMost(PATIENCE);
        long committed = System.nanoTime();
        relay.poke();
        while (reader.poll(Duration.ofSeconds(1)).isEmpty()) {
            assertThat(System.nanoTime() - committed).isLessThan(PATIENCE.toNanos());
        }
        return System.nanoTime() - committed;
    }
}

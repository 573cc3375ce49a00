package io.playcaller.outbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.PgOutbox;
import io.playcaller.outbox.relay.OutboxRelay;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "outbox_component"))
class OutboxComponentTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    Pool pool;

    @Inject
    PgOutbox outbox;

    @Inject
    OutboxRelay relay;

    @Inject
    MeterRegistry meters;

    @Test
    void serviceAppendsPokesAndIsMeasured() {
        String topic = PlaycallerStack.topicPrefix() + "component";
        try (var topics = PlaycallerStack.shared().topics()) {
            topics.create(topic, 1);
            var envelope = Envelope.own("id-1", "outbox-test", Instant.EPOCH, "acme", 1);
            var change = OutboxRecord.of(topic, "acme", envelope, new BackfillEnded("run-1", "web"));
            await().atMost(PATIENCE)
                    .until(() -> meters.get("outbox.shards.owned").gauge().value() == 16);

            pool.withTransaction(tx -> outbox.append(tx, List.of(change)))
                    .invoke(() -> relay.poke())
                    .await()
                    .atMost(PATIENCE);

            assertThat(topics.readUntilCount(topic, PATIENCE, 1).get(0).key()).isEqualTo("acme");
            await().atMost(PATIENCE)
                    .until(() -> meters.get("outbox.sent").functionCounter().count() > 0);
            await("the next look at the table").atMost(PATIENCE).untilAsserted(() -> {
                assertThat(meters.get("outbox.depth").gauge().value()).isZero();
                assertThat(meters.get("outbox.age.seconds").gauge().value()).isZero();
            });
        }
    }
}

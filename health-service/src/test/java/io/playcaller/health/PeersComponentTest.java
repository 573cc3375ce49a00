package io.playcaller.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.BackfillStarted;
import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.model.Curve;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.peer.Baseline;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.model.in.ShippedModel;
import io.playcaller.health.peers.Counted;
import io.playcaller.health.peers.app.PeerRows;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Peers are counted by what was announced, and the log is told. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class PeersComponentTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final List<String> COMPARED = List.of("active-days");
    private static final List<Measure> DAYS = List.of(new Measure(
            MeasureKind.ACTIVE_DAYS,
            "usage",
            20,
            Curve.of(1000, 10_000, 8000, 60_000, 16_000, 100_000),
            Reason.USAGE_LEVEL_LOW));

    @Inject
    Pool pool;

    @Inject
    PeerRows rows;

    private final LogWriter log = new LogWriter();
    private final String segment = "segment-" + UUID.randomUUID();

    @BeforeEach
    void thereIsTime() {
        log.tick(LogTime.advance(Duration.ofSeconds(10)));
        await().atMost(LIMIT)
                .untilAsserted(() -> given().header("Authorization", TestTokens.bearer("ops", "ops"))
                        .get("/v1/checkpoints")
                        .then()
                        .body("items.logTime", everyItem(notNullValue())));
    }

    @AfterEach
    void nothingIsCounted() {
        pool.preparedQuery("delete from account_state where segment = $1").executeAndAwait(Tuple.of(segment));
        pool.query("update peer_count set counted_on = null, told = null").executeAndAwait();
        log.close();
    }

    @Test
    void customersAreCountedInTheBinOfWhatWasAnnouncedOfThem() {
        customer("1500", "adoption", false, null);
        customer("1500", "adoption", false, null);
        customer("999", "adoption", false, null);
        customer("28000", "adoption", false, null);
        customer("null", "adoption", false, null);
        customer("1500", "adoption", true, null);
        customer("1500", "lost", false, null);
        customer("1500", "adoption", false, "another");

        Baseline counted = pool.withTransaction(transaction -> rows.count(transaction, DAYS))
                .await()
                .atMost(LIMIT);

        List<Long> counts =
                counted.groups().get(new Baseline.Group(segment, "active-days")).counts();
        assertThat(counts.get(0)).isEqualTo(1);
        assertThat(counts.get(2)).isEqualTo(2);
        assertThat(counts.get(33)).isEqualTo(1);
        assertThat(counted.customers(segment, "active-days")).isEqualTo(4);
    }

    @Test
    void whatTheLogWasToldIsKeptAndAWeekGoesBy() {
        for (int i = 0; i < 20; i++) {
            customer("8000", "adoption", false, null);
        }
        Counted before = counted();
        assertThat(before.due(COMPARED)).isTrue();

        Baseline now = pool.withTransaction(transaction -> rows.count(transaction, DAYS)
                        .call(all ->
                                rows.tell(transaction, before, new PeerBaselinePublished(before.today(), all.told()))))
                .await()
                .atMost(LIMIT);

        assertThat(counted().told()).isEqualTo(now);
        assertThat(counted().due(COMPARED)).isFalse();
        assertThat(counted().told().peers(segment, "active-days")).isNotNull();
    }

    @Test
    void inTheMiddleOfAnImportNobodyIsCountedForTheFirstTime() {
        String run = "run-" + UUID.randomUUID();
        log.broadcast(LogTime.now(), new BackfillStarted(run, LogWriter.SOURCE));
        await().atMost(LIMIT).until(() -> counted().importing());
        boolean due = counted().due(COMPARED);

        log.broadcast(LogTime.now(), new BackfillEnded(run, LogWriter.SOURCE));

        await().atMost(LIMIT).until(() -> !counted().importing());
        assertThat(due).isFalse();
        assertThat(counted().due(COMPARED)).isTrue();
        assertThat(counted().usageSince()).isNotNull();
    }

    private Counted counted() {
        return pool.withTransaction(rows::lock).await().atMost(LIMIT).orElseThrow();
    }

    private void customer(String value, String stage, boolean frozen, @Nullable String mergedInto) {
        String account = "peer-" + UUID.randomUUID();
        byte[] state = new StateCodec().encode(new HealthEngine(ShippedModel.read()).fresh(account));
        String health =
                "{\"name\":\"a\\u0000b\",\"measures\":[{\"measure\":\"active-days\",\"value\":%s,\"frozen\":%b}]}"
                        .formatted(value, frozen);
        String sql = """
                insert into account_state (account_id, partition, prior_rev, rev, state, score, segment, stage, health,
                                           merged_into)
                values ($1, $2, 0, 1, $3, 50000, $4, $5, $6::text::json, $7)
                """;
        pool.preparedQuery(sql).executeAndAwait(Tuple.from(new @Nullable Object[] {
            account, LogWriter.partitionOf(account), Buffer.buffer(state), segment, stage, health, mergedInto
        }));
    }
}

package io.playcaller.health;

import static io.playcaller.health.HealthHttp.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.history.app.HistorySweep;
import io.playcaller.health.model.in.ShippedModel;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class HistorySweepComponentTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Inject
    Pool pool;

    @Inject
    HistorySweep sweep;

    private final LogWriter log = new LogWriter();
    private final String account = "old-" + UUID.randomUUID();
    private final Instant today = LogTime.advance(Duration.ofSeconds(10)).truncatedTo(ChronoUnit.DAYS);

    @BeforeEach
    void nothingWasSweptYet() {
        log.tick(LogTime.now());
        await().atMost(LIMIT)
                .untilAsserted(() -> get("/v1/checkpoints").body("items.logTime", everyItem(notNullValue())));
        pool.query("update history_sweep set thinned_to = null, thinning_to = null, after_account = ''")
                .executeAndAwait();
        byte[] state = new StateCodec().encode(new HealthEngine(ShippedModel.read()).fresh(account));
        pool.preparedQuery(
                        "insert into account_state (account_id, partition, prior_rev, rev, state) values ($1, $2, 0, 99, $3)")
                .executeAndAwait(Tuple.of(account, LogWriter.partitionOf(account), Buffer.buffer(state)));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void oldDaysAreThinnedAndYoungOnesStayWhole() {
        Instant old = today.minus(Duration.ofDays(40));
        said(1, old.plusSeconds(1), 70_000);
        said(2, old.plusSeconds(2), 70_500);
        said(3, old.plusSeconds(3), 72_000);
        said(4, old.plusSeconds(4), 72_300);
        said(5, old.plusSeconds(5), 72_400);
        Instant young = today.minus(Duration.ofDays(20));
        said(6, young.plusSeconds(1), 72_500);
        said(7, young.plusSeconds(2), 72_600);
        said(8, young.plusSeconds(3), 72_700);

        sweep.sweep().await().atMost(LIMIT);

        assertThat(revisions()).containsExactly(1, 3, 5, 6, 7, 8);
        past(old.plusSeconds(2)).body("change.rev", equalTo(1)).body("thinned", equalTo(true));
        past(young.plusSeconds(2)).body("change.rev", equalTo(7)).body("thinned", equalTo(false));
    }

    @Test
    void whatIsTooOldIsDeletedButForTheChangeThatHeldThen() {
        Instant cut = today.minus(Duration.ofDays(765));
        said(1, cut.minus(Duration.ofDays(3)), 40_000);
        said(2, cut.minus(Duration.ofDays(2)), 50_000);
        said(3, cut.plus(Duration.ofDays(2)), 60_000);

        sweep.sweep().await().atMost(LIMIT);

        assertThat(revisions()).containsExactly(2, 3);
        past(cut.plus(Duration.ofDays(1))).body("change.rev", equalTo(2));
    }

    @Test
    void theNextSweepGoesOnWhereHistoryIsThin() {
        Instant old = today.minus(Duration.ofDays(40));
        said(1, old.plusSeconds(1), 70_000);
        sweep.sweep().await().atMost(LIMIT);
        said(2, old.plusSeconds(2), 70_500);
        said(3, old.plusSeconds(3), 70_600);

        sweep.sweep().await().atMost(LIMIT);
        assertThat(revisions()).as("a day is thinned once").containsExactly(1, 2, 3);

        pool.preparedQuery("update history_sweep set thinned_to = $1")
                .executeAndAwait(Tuple.of(old.atOffset(ZoneOffset.UTC)));
        sweep.sweep().await().atMost(LIMIT);
        assertThat(revisions()).containsExactly(1, 3);
    }

    private void said(int rev, Instant at, int score) {
        String sql = """
                insert into health_history (account_id, rev, valid_from, known_at, score, grade, confidence,
                                            contributions, model_version)
                values ($1, $2, $3, $3, $4, 'B', 500000, '[]', 'm')
                """;
        pool.preparedQuery(sql).executeAndAwait(Tuple.of(account, (long) rev, at.atOffset(ZoneOffset.UTC), score));
    }

    private List<Integer> revisions() {
        List<Integer> revisions = new ArrayList<>();
        pool.preparedQuery("select rev::int from health_history where account_id = $1 order by rev")
                .executeAndAwait(Tuple.of(account))
                .forEach(row -> revisions.add(row.getInteger(0)));
        return revisions;
    }

    private ValidatableResponse past(Instant asOf) {
        return get("/v1/accounts/" + account + "/health?asOf=" + asOf).statusCode(200);
    }
}

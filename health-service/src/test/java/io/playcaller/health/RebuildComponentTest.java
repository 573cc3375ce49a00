package io.playcaller.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.app.FoldStore;
import io.playcaller.health.rebuild.RebuildTables;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The state made anew from the log beside the one that runs, compared with it, and put in its place. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class RebuildComponentTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** What other tests wrote past the log may differ in any of these ways. */
    private static final List<String> ACCEPTED =
            List.of("failed-anew", "only-rebuilt", "other-facts", "judged-otherwise", "other-steps");

    @Inject
    Pool pool;

    @Inject
    FoldStore store;

    private final LogWriter log = new LogWriter();
    private final String account = "again-" + UUID.randomUUID();

    /** Tests of the store make partitions that Kafka does not have. */
    @BeforeEach
    void onlyPartitionsOfTheLogAreThere() {
        pool.preparedQuery("delete from checkpoint where partition >= $1")
                .executeAndAwait(Tuple.of(LogWriter.PARTITIONS));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void everyTableEitherFollowsFromTheLogOrStays() {
        List<String> tables = new ArrayList<>();
        String sql = "select table_name from information_schema.tables"
                + " where table_schema = current_schema() and table_type = 'BASE TABLE'";
        for (Row row : pool.query(sql).executeAndAwait()) {
            tables.add(row.getString("table_name"));
        }
        List<String> known = new ArrayList<>(RebuildTables.REBUILT);
        known.addAll(RebuildTables.KEPT);

        assertThat(tables).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void theLogMakesAnAccountAgainAsItStands() {
        use(account);
        use(account);
        awaitFacts(2);

        ValidatableResponse compared = run(Map.of("reason", "is it so?"), "compared");

        compared.body("author", equalTo("olga"))
                .body("report.partitions", hasSize(LogWriter.PARTITIONS))
                .body("report.partitions.secondsLeft", everyItem(equalTo(0)))
                .body("report.verdict.accounts", notNullValue());
        assertThat(differing()).doesNotContain(account);
    }

    @Test
    void anAccountThatStandsOtherwiseIsNamedAndKeepsTheRebuildFromItsPlace() {
        use(account);
        awaitFacts(1);
        String twin = "twin-" + UUID.randomUUID();
        pool.preparedQuery("""
                        insert into account_state (account_id, partition, prior_rev, rev, state)
                        select $1, partition, 0, rev, state from account_state where account_id = $2
                        """).executeAndAwait(Tuple.of(twin, account));

        run(Map.of("reason", "a try", "switchOver", true), "refused").body("report.why", notNullValue());

        assertThat(differing()).contains(twin).doesNotContain(account);
        asOps().get("/v1/rebuild/differences?limit=500&reason=only-running")
                .then()
                .statusCode(200)
                .body("items.accountId", hasItem(twin));
        forget(List.of(twin));
    }

    @Test
    void theRebuiltStateTakesTheRunningOnesPlaceAndTheFoldGoesOnFromIt() {
        use(account);
        awaitFacts(1);
        run(Map.of("reason", "what other tests left"), "compared");
        forget(differing());

        run(Map.of("reason", "now", "goOn", true, "switchOver", true, "accept", ACCEPTED), "switched");
        use(account);

        awaitFacts(2);
        asOps().get("/v1/rebuild").then().body("state", equalTo("switched"));
        post(Map.of("reason", "again", "goOn", true)).statusCode(202);
        awaitState("failed");
    }

    /** Its tables would lack what this version writes. */
    @Test
    void aRebuildThatAnEarlierVersionBeganIsNotGoneOnWith() {
        run(Map.of("reason", "to have one"), "compared");
        pool.query("""
                delete from health_rebuild.flyway_schema_history
                 where installed_rank = (select max(installed_rank) from health_rebuild.flyway_schema_history)
                """).executeAndAwait();

        post(Map.of("reason", "after the update", "goOn", true)).statusCode(202);

        awaitState("failed").body("report.why", containsString("begin anew"));
    }

    @Test
    void whatCannotBeAskedForIsAnsweredWithTheReason() {
        post(Map.of()).statusCode(400).body("field", equalTo("/reason"));
        post(Map.of("reason", "x", "accept", List.of("only-running")))
                .statusCode(400)
                .body("field", equalTo("/accept"));
        post(Map.of("reason", "x", "accept", List.of("nothing"))).statusCode(400);
    }

    /** Accounts that other tests wrote past the log, or damaged. */
    private void forget(List<String> accounts) {
        String[] ids = accounts.toArray(String[]::new);
        for (String table : List.of("account_state", "quarantine", "parked_fact")) {
            pool.preparedQuery("delete from " + table + " where account_id = any($1)")
                    .executeAndAwait(Tuple.of(ids));
        }
    }

    private List<String> differing() {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            ValidatableResponse page = asOps().get("/v1/rebuild/differences?limit=500&cursor=" + next)
                    .then()
                    .statusCode(200);
            ids.addAll(page.extract().<List<String>>path("items.accountId"));
            next = page.extract().path("next");
        } while (next != null);
        return ids;
    }

    private ValidatableResponse run(Map<String, Object> ask, String end) {
        post(ask).statusCode(202);
        return awaitState(end);
    }

    private ValidatableResponse awaitState(String end) {
        await().atMost(LIMIT)
                .untilAsserted(() -> asOps().get("/v1/rebuild").then().body("state", equalTo(end)));
        return asOps().get("/v1/rebuild").then();
    }

    private void use(String id) {
        log.live(id, LogTime.now(), new UsageRecorded(id, "login", null, null, "ann", 1, true));
    }

    private void awaitFacts(long count) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(facts()).isEqualTo(count));
    }

    private long facts() {
        return store.load(List.of(account)).get(account) instanceof Held held
                ? held.state().factCount()
                : 0;
    }

    private static ValidatableResponse post(Map<String, Object> body) {
        return asOps().contentType("application/json")
                .body(body)
                .post("/v1/rebuild")
                .then();
    }

    private static RequestSpecification asOps() {
        return given().header("Authorization", TestTokens.bearer("olga", "ops"));
    }
}

package io.playcaller.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.app.FoldStore;
import io.playcaller.health.model.in.ShippedModel;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account that cannot be folded is seen, let out, and has lost nothing. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class QuarantineComponentTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String REASON = "java.lang.ArithmeticException: long overflow";

    @Inject
    Pool pool;

    @Inject
    FoldStore store;

    private final LogWriter log = new LogWriter();
    private final String account = "sick-" + UUID.randomUUID();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void operationsSeeWhereAndWhyAnAccountFailed() {
        String letter = inQuarantine(account);

        list("?limit=500").body("items.find { it.accountId == '%s' }.letterId".formatted(account), notNullValue());
        list("?reason=other").body("items", equalTo(List.of()));
        ValidatableResponse listed = list("?reason=" + REASON);

        String found = "items.find { it.accountId == '%s' }.".formatted(account);
        listed.body(found + "reason", equalTo(REASON))
                .body(found + "partition", equalTo(LogWriter.partitionOf(account)))
                .body(found + "eventType", equalTo("io.playcaller.success.milestone-changed.v1"))
                .body(found + "since", notNullValue())
                .body(found + "letterId", equalTo(letter))
                .body(found + "parkedFacts", equalTo(2));
    }

    @Test
    void theListGoesOnWhereAPageEnds() {
        List<String> accounts = List.of("a-" + account, "b-" + account, "c-" + account);
        accounts.forEach(this::inQuarantine);

        List<String> found = new ArrayList<>();
        String next = "";
        do {
            ValidatableResponse page = list("?limit=1&cursor=" + next);
            page.body("items.size()", equalTo(1));
            found.add(page.extract().path("items[0].accountId"));
            next = page.extract().path("next");
        } while (next != null);

        assertThat(found).isSorted().doesNotHaveDuplicates().containsAll(accounts);
        asOps().get("/v1/quarantine?limit=501").then().statusCode(400).body("field", equalTo("limit"));
        asOps().get("/v1/quarantine?cursor=what").then().statusCode(400).body("field", equalTo("cursor"));
    }

    @Test
    void aReleaseFoldsWhatWaitedAndWhatComesAfterIt() {
        inQuarantine(account);
        mend(account);

        post("/v1/quarantine/" + account + "/release", Map.of()).statusCode(202).body("accounts", equalTo(1));

        awaitFacts(account, 3);
        use(account);
        awaitFacts(account, 4);
        assertThat(listed(account)).isFalse();
    }

    @Test
    void whatStillCannotBeFoldedStays() {
        inQuarantine(account);
        use(account);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(parked(account)).isEqualTo(3));
        double released = releases();

        post("/v1/quarantine/" + account + "/release", Map.of()).statusCode(202);

        await().atMost(LIMIT).until(() -> releases() > released);
        await().atMost(LIMIT).until(() -> listed(account));
        assertThat(parked(account)).isEqualTo(3);
        assertThat(facts(account)).isEqualTo(1);
    }

    @Test
    void aStateThatCannotBeReadHarmsItsAccountOnly() {
        byte[] newer = {99, 1, 2, 3};
        storedAs(newer);
        double unreadable = counted("health_accounts_unreadable_total");
        String neighbour = inTheSamePartition();

        use(account);
        use(account);
        use(neighbour);

        awaitFacts(neighbour, 1);
        assertThat(parked(account)).isEqualTo(2);
        String found = "items.find { it.accountId == '%s' }.".formatted(account);
        list("?limit=500")
                .body(found + "reason", equalTo("state.unreadable: state of version 99, known are 1 to 12"))
                .body(found + "parkedFacts", equalTo(2));
        assertThat(stored()).isEqualTo(newer);
        assertThat(counted("health_accounts_unreadable_total")).isGreaterThan(unreadable);
        await().atMost(LIMIT)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void aStateThatCanBeReadAgainIsFoldedOnAfterItsRelease() {
        storedAs(new byte[] {2, 0x7f});
        use(account);
        use(account);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(parked(account)).isEqualTo(2));
        storedAs(new StateCodec().encode(new HealthEngine(ShippedModel.read()).fresh(account)));

        post("/v1/quarantine/" + account + "/release", Map.of()).statusCode(202);

        awaitFacts(account, 2);
        assertThat(listed(account)).isFalse();
    }

    @Test
    void allThatFailedForOneReasonAreReleasedTogether() {
        List<String> accounts = List.of("a-" + account, "b-" + account, "c-" + account);
        accounts.forEach(this::inQuarantine);
        accounts.forEach(this::mend);

        post("/v1/quarantine/release", Map.of("reason", REASON)).statusCode(202);

        accounts.forEach(each -> awaitFacts(each, 3));
        accounts.forEach(each -> assertThat(listed(each)).isFalse());
    }

    @Test
    void whatCannotBeReleasedIsAnsweredWithTheReason() {
        post("/v1/quarantine/" + account + "/release", Map.of())
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:playcaller:problem:quarantine.unknown"));
        post("/v1/quarantine/release", Map.of())
                .statusCode(400)
                .body("field", equalTo("/reason"))
                .body("expected", equalTo("a reason of the list"));
    }

    /** One fact that was folded, one that cannot be, and one that waits behind it; answers the letter's id. */
    private String inQuarantine(String id) {
        use(id);
        Instant never = Instant.parse("+300000000-01-01T00:00:00Z");
        log.live(id, LogTime.now(), new MilestoneChanged(id, "kickoff", never, null, null));
        use(id);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(parked(id)).isEqualTo(2));
        return list("?limit=500").extract().path("items.find { it.accountId == '%s' }.letterId".formatted(id));
    }

    /** As if a newer version could fold the fact that failed. */
    private void mend(String id) {
        Instant due = LogTime.now().plus(Duration.ofDays(40));
        byte[] value = WireJson.write(new MilestoneChanged(id, "kickoff", due, null, null));
        String sql = """
                update parked_fact p set value = $1
                  from quarantine q
                 where q.account_id = $2 and p.account_id = $2 and p.log_offset = q.log_offset
                """;
        pool.preparedQuery(sql).executeAndAwait(Tuple.of(Buffer.buffer(value), id));
    }

    /** As another version, or a damaged disk, would leave it. */
    private void storedAs(byte[] state) {
        String sql = """
                insert into account_state (account_id, partition, prior_rev, rev, state) values ($1, $2, 0, 1, $3)
                on conflict (account_id) do update set state = excluded.state
                """;
        pool.preparedQuery(sql)
                .executeAndAwait(Tuple.of(account, LogWriter.partitionOf(account), Buffer.buffer(state)));
    }

    private byte[] stored() {
        return pool.preparedQuery("select state from account_state where account_id = $1")
                .executeAndAwait(Tuple.of(account))
                .iterator()
                .next()
                .getBuffer("state")
                .getBytes();
    }

    private String inTheSamePartition() {
        return Stream.generate(() -> "well-" + UUID.randomUUID())
                .filter(id -> LogWriter.partitionOf(id) == LogWriter.partitionOf(account))
                .findFirst()
                .orElseThrow();
    }

    private void use(String id) {
        log.live(id, LogTime.now(), new UsageRecorded(id, "login", null, null, "ann", 1, true));
    }

    private void awaitFacts(String id, long count) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(facts(id)).isEqualTo(count));
    }

    private long facts(String id) {
        return store.load(List.of(id)).get(id) instanceof Held held
                ? held.state().factCount()
                : 0;
    }

    private long parked(String id) {
        return store.parkedAfter(id, -1, 100).size();
    }

    private boolean listed(String id) {
        return list("?limit=500")
                .extract()
                .<List<String>>path("items.accountId")
                .contains(id);
    }

    private static double releases() {
        return counted("health_accounts_released_total");
    }

    private static double counted(String metric) {
        return given().get("/q/metrics")
                .then()
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith(metric))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static ValidatableResponse list(String query) {
        return asOps().get("/v1/quarantine" + query).then().statusCode(200);
    }

    private static ValidatableResponse post(String path, Map<String, String> body) {
        return asOps().contentType("application/json").body(body).post(path).then();
    }

    private static RequestSpecification asOps() {
        return given().header("Authorization", TestTokens.bearer("olga", "ops"));
    }
}

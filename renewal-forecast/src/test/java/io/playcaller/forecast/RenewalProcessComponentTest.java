package io.playcaller.forecast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A contract of a pooled account that ends in 100 days, with a notice deadline in 40. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class RenewalProcessComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Company company = new Company();
    private final String id = "r-" + UUID.randomUUID();

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void aRenewalThatIsDueIsASignalThatGetsGraverWithAMissedCheckpointAndEndsWithTheContract() {
        company.scores(1, 80);
        company.signs(company.contract(id, 1, 12_000, null, null));

        SignalChanged due = signal(said -> said.reason() == Reason.FC_RENEWAL_DUE);
        assertThat(due.state()).isEqualTo(SignalState.OPENED);
        assertThat(due.evidence())
                .singleElement()
                .satisfies(missed -> assertThat(missed.sentence()).startsWith("Missed checkpoint T-60"));
        assertThat(due.account()).satisfies(account -> {
            assertThat(account.profile().tier()).isEqualTo("pooled");
            assertThat(account.profile().noticeBy()).isEqualTo(company.today.plusDays(40));
        });
        assertThat(faults()).containsExactly("checkpoint-missed");

        company.signs(company.contract(id, 2, 12_000, null, company.today));

        assertThat(signal(said -> said.state() == SignalState.CLEARED).episodeId())
                .isEqualTo(due.episodeId());
        await().atMost(LIMIT).until(() -> faults().isEmpty());
    }

    @Test
    void aStageIsLeftWhenWhatItAsksForIsTrueAndALeadMayGoOnWithout() {
        company.signs(company.contract(id, 1, 9_000, null, null));
        line(any -> true);

        assertThat(move("ana", "csm", "preparing").statusCode()).isEqualTo(200);
        Response tooFar = move("ana", "csm", "proposal", "proposal-sent");
        assertThat(tooFar.statusCode()).isEqualTo(409);
        assertThat(tooFar.jsonPath().getString("detail")).contains("nobody confirmed value-review");
        JsonPath moved = move("lea", "lead", "proposal", "proposal-sent").jsonPath();

        assertThat(moved.getString("from")).isEqualTo("preparing");
        assertThat(moved.getList("move.despite", String.class)).contains("nobody confirmed value-review");
        JsonPath stage = ask("/v1/contracts/" + id + "/stage").jsonPath();
        assertThat(stage.getString("stage")).isEqualTo("proposal");
        assertThat(stage.getList("history.author", String.class)).containsExactly("lea", "ana");
        assertThat(line(any -> true).getString("line.stage")).isEqualTo("proposal");
    }

    @Test
    void aJudgementStandsBesideTheModelAndADisagreementIsASignalUntilAManagerSettlesIt() {
        company.scores(1, 90);
        company.signs(company.contract(id, 1, 20_000, null, null));
        line(any -> true);

        Response judged = judge("ana", "csm", Map.of("category", "lost", "because", "their budget is gone"));
        assertThat(judged.statusCode()).isEqualTo(201);
        SignalChanged disagreement = signal(said -> said.reason() == Reason.FC_DISAGREEMENT);
        JsonPath line = line(any -> true);
        assertThat(line.getString("line.finalCall.by")).isEqualTo("csm");
        assertThat(line.getString("line.model.category")).isEqualTo("best-case");

        judge("lea", "lead", Map.of("category", "at-risk", "because", "they will talk again in May"));

        assertThat(signal(said -> said.episodeId().equals(disagreement.episodeId())
                                && said.state() == SignalState.CLEARED)
                        .transition())
                .isEqualTo(2);
        assertThat(line(any -> true).getString("line.finalCall.by")).isEqualTo("manager");
        assertThat(faults()).contains("at-risk-no-play", "at-risk-no-owner");
        assertThat(ask("/v1/faults.csv?code=at-risk-no-owner").asString().lines())
                .anyMatch(row -> row.startsWith(id + "," + company.account) && row.contains(",at-risk-no-owner,"))
                .noneMatch(row -> row.contains(",at-risk-no-play,"));
        String judgement = judged.jsonPath().getString("judgementId");
        String path = "/v1/contracts/" + id + "/judgements/" + judgement;
        assertThat(as("ben", "csm").delete(path).statusCode()).isEqualTo(403);
        assertThat(as("ana", "csm").delete(path).statusCode()).isEqualTo(204);
        assertThat(as("ana", "csm").delete(path).statusCode()).isEqualTo(409);
    }

    @Test
    void whoBecomesItsOwnerMendsTheFaultAtOnce() {
        company.signs(company.contract(id, 1, 8_000, null, null));
        line(any -> true);
        judge("lea", "lead", Map.of("category", "at-risk", "because", "a new CFO"));
        assertThat(faults()).contains("at-risk-no-owner");

        company.isOwnedBy("csm", "cleo");

        await().atMost(LIMIT).until(() -> !faults().contains("at-risk-no-owner"));
        assertThat(faults()).contains("at-risk-no-play");
        assertThat(line(any -> true).getString("line.owner")).isEqualTo("cleo");
    }

    @Test
    void aCrmIsToldTheFinalCallThatTheWorkingListShows() {
        company.signs(company.contract(id, 1, 10_000, null, null));
        line(any -> true);

        judge("lea", "lead", Map.of("renews", 100_000, "because", "they said so"));

        assertThat(line(any -> true).getString("line.finalCall.category")).isEqualTo("lost");
        JsonPath told = toldToTheCrm();
        assertThat(told.getString("category")).isEqualTo("lost");
        assertThat(told.getString("forecastSource")).isEqualTo("manager");
        assertThat(told.getLong("forecastAmount.minor")).isEqualTo(1_000_00);
        assertThat(told.getString("modelAmount.currency")).isEqualTo("EUR");
    }

    @Test
    void aJudgementAloneIsNewsForACrmThatReadBefore() {
        company.signs(company.contract(id, 1, 11_000, null, null));
        line(any -> true);
        JsonPath first = toldToTheCrm();
        judge("ana", "csm", Map.of("category", "commit", "because", "signed on paper"));

        JsonPath second = toldToTheCrm();

        assertThat(second.getString("asOf")).as("the same forecast").isEqualTo(first.getString("asOf"));
        assertThat(second.getLong("rev")).isGreaterThan(first.getLong("rev"));
        assertThat(second.getString("forecastSource")).isEqualTo("csm");
        judge("ana", "csm", Map.of("category", "commit", "because", "and by mail"));
        assertThat(toldToTheCrm().getLong("rev"))
                .as("the same call for another reason")
                .isEqualTo(second.getLong("rev"));
    }

    @Test
    void theWorkingListIsFilteredAndIsACsv() {
        company.signs(company.contract(id, 1, 7_000, null, null));
        line(any -> true);

        assertThat(ask("/v1/renewals?limit=500&stage=not-started").jsonPath().getList("items.contractId"))
                .contains(id);
        assertThat(ask("/v1/renewals?limit=500&stage=verbal").jsonPath().getList("items.contractId"))
                .doesNotContain(id);
        assertThat(ask("/v1/renewals?account=" + company.account).jsonPath().getList("items.contractId"))
                .isEqualTo(List.of(id));
        assertThat(ask("/v1/renewals?account=nobody").jsonPath().getList("items"))
                .isEmpty();
        assertThat(ask("/v1/renewals.csv").asString()).contains(id);
        assertThat(ask("/v1/renewals?stage=soon&until=never").jsonPath().getList("errors.field"))
                .isEqualTo(List.of("stage", "until"));
        assertThat(ask("/v1/renewal-process").asString()).contains("checkpoints:");
    }

    private Response move(String who, String role, String stage, String... confirms) {
        return as(who, role)
                .contentType("application/json")
                .body(Map.of("stage", stage, "because", "it went on", "confirms", List.of(confirms)))
                .post("/v1/contracts/" + id + "/stage");
    }

    private Response judge(String who, String role, Map<String, Object> judgement) {
        return as(who, role)
                .contentType("application/json")
                .body(judgement)
                .post("/v1/contracts/" + id + "/judgements");
    }

    /** The line of this contract in the working list. */
    private JsonPath line(Predicate<JsonPath> condition) {
        return await().atMost(LIMIT)
                .until(
                        () -> ask("/v1/renewals?limit=500")
                                .jsonPath()
                                .setRootPath("items.find { it.contractId == '%s' }".formatted(id)),
                        it -> it.getString("contractId") != null && condition.test(it));
    }

    private List<String> faults() {
        return ask("/v1/faults?limit=500")
                .jsonPath()
                .getList("items.findAll { it.contractId == '%s' }.code".formatted(id), String.class);
    }

    private JsonPath toldToTheCrm() {
        return new JsonPath(as("ops", "ops")
                .get("/v1/write-back?limit=10000")
                .asString()
                .lines()
                .filter(fact -> fact.contains(id))
                .findFirst()
                .orElseThrow());
    }

    /** The first signal of this company that is so, as Kafka has it. */
    private SignalChanged signal(Predicate<SignalChanged> condition) {
        byte[] value = company.topics()
                .readUntilOne(
                        Company.topic(Topic.SIGNALS),
                        LIMIT,
                        record -> company.account.equals(record.key())
                                && condition.test(WireJson.read(record.value(), SignalChanged.class)))
                .value();
        return WireJson.read(value, SignalChanged.class);
    }

    private static Response ask(String path) {
        return as("viewer", "viewer").urlEncodingEnabled(false).get(path);
    }

    private static RequestSpecification as(String who, String role) {
        return given().header("Authorization", TestTokens.bearer(who, role));
    }
}

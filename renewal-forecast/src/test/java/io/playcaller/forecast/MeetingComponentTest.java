package io.playcaller.forecast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.work.DueTimes;
import io.playcaller.contracts.work.TaskChanged;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.forecast.capacity.app.CapacityFacts;
import io.playcaller.forecast.portfolio.Quarter;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meetings and capacity. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class MeetingComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Far from the days of other tests. */
    private static final LocalDate DAY = LocalDate.of(2031, 3, 3);

    @Inject
    CapacityFacts facts;

    private final Company company = new Company();
    private final String id = "c-" + UUID.randomUUID();

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void aDecisionIsCarriedOverUntilItIsDone() {
        String what = "Call the sponsor of " + id;
        String body = "{\"what\": \"%s\", \"owner\": \"ada\", \"dueOn\": \"%s\"}".formatted(what, DAY.plusDays(3));

        Response decided = post("lead", "/v1/meetings/weekly/" + DAY + "/decisions", body);
        String decision = decided.jsonPath().getString("decisionId");
        JsonPath next = ask("/v1/meetings/weekly?day=" + DAY.plusDays(8)).jsonPath();
        String text = ask("/v1/meetings/weekly/markdown?day=" + DAY.plusDays(8)).asString();
        Response done = post("csm", "/v1/meetings/decisions/" + decision + "/done", "{\"outcome\": \"met\"}");
        Response again = post("ops", "/v1/meetings/decisions/" + decision + "/done", "{\"outcome\": \"other\"}");

        assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(201);
        assertThat(decided.jsonPath().getString("decidedBy")).isEqualTo("lead@playcaller.test");
        assertThat(next.getString("since")).isEqualTo(DAY.toString());
        assertThat(next.getList("open.what")).contains(what);
        assertThat(text).contains("## Carried over").contains("Call the sponsor of");
        assertThat(done.jsonPath().getString("doneBy")).isEqualTo("csm@playcaller.test");
        assertThat(again.jsonPath().getString("outcome")).isEqualTo("met");
        assertThat(ask("/v1/meetings/weekly?day=" + DAY.plusDays(8)).jsonPath().getList("open.what"))
                .doesNotContain(what);
        assertThat(writtenBack(decided.jsonPath().getString("decisionId"))).satisfies(fact -> {
            assertThat(fact.getString("state")).isEqualTo("done");
            assertThat(fact.getString("outcome")).isEqualTo("met");
            assertThat(fact.getString("what")).isEqualTo(what);
        });
    }

    /** The decision as a CRM reads it. */
    private static JsonPath writtenBack(String decisionId) {
        return given().header("Authorization", TestTokens.bearer("ops@playcaller.test", "ops"))
                .get("/v1/write-back/decisions?limit=10000")
                .body()
                .asString()
                .lines()
                .filter(line -> line.contains(decisionId))
                .map(JsonPath::new)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "weekly,forecast-bridge forecast-moves new-risks renewal-faults overdue overdue-loss-reviews renewal-stages stage-moves expansion",
        "monthly,forecast-bridge forecast-moves top-risks losses-by-reason new-risks-by-reason renewal-faults overdue overdue-loss-reviews expansion",
        "quarterly,actual-against-forecast bridge top-risks losses-by-reason green-losses saves-by-reason expansion programme"
    })
    void everyTableSaysWhatItMeans(String kind, String keys) {
        company.signs(company.contract(id, 1, 10_000, null, null));
        await().atMost(LIMIT)
                .until(() -> ask("/v1/contracts/" + id + "/forecast").statusCode() == 200);

        JsonPath packet = ask("/v1/meetings/" + kind).jsonPath();

        assertThat(packet.getList("sections.key", String.class)).containsExactly(keys.split(" "));
        assertThat(packet.getList("sections.definition", String.class)).doesNotContainNull();
        assertThat(packet.getList("sections.grain", String.class)).doesNotContainNull();
        assertThat(packet.getList("sections.currencyRule", String.class)).doesNotContainNull();
        assertThat(ask("/v1/meetings/" + kind + "/markdown").asString()).contains("n = ");
    }

    @Test
    void wrongQuestionsAreRefusedWithTheField() {
        String path = "/v1/meetings/weekly/" + DAY + "/decisions";

        assertThat(ask("/v1/meetings/daily").statusCode()).isEqualTo(404);
        assertThat(ask("/v1/meetings/weekly?day=monday").jsonPath().getString("field"))
                .isEqualTo("day");
        assertThat(ask("/v1/meetings/weekly?since=%2B10000-01-01").jsonPath().getString("field"))
                .isEqualTo("since");
        assertThat(post("lead", path, "{}").jsonPath().getList("errors.field"))
                .containsExactly("/what", "/owner", "/dueOn");
        assertThat(post("viewer", path, "{}").statusCode()).isEqualTo(403);
        assertThat(post("lead", "/v1/meetings/decisions/" + UUID.randomUUID() + "/done", "{\"outcome\": \"met\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tasksThatWereToldAreMeasuredAndThePlanHasEveryRole() {
        String role = "role-" + id;
        UUID task = UUID.randomUUID();
        Instant begun = company.today.minusDays(2).atTime(9, 0).toInstant(ZoneOffset.UTC);
        company.worksOn(step(task, role, TaskTransition.ACKNOWLEDGED, begun.plus(Duration.ofHours(3))));
        company.worksOn(step(task, role, TaskTransition.CREATED, begun));

        JsonPath report = await().atMost(LIMIT)
                .until(
                        () -> ask("/v1/capacity?quarters=2").jsonPath(),
                        told -> told.getList("measured.byRole.of", List.class).contains(List.of(role)));

        String measured = "measured.byRole.find { it.of[0] == '" + role + "' }";
        assertThat(report.getInt(measured + ".minutes")).isEqualTo(60);
        assertThat(report.getDouble(measured + ".toAccept.median")).isEqualTo(3.0);
        assertThat(report.getDouble(measured + ".inTime")).isEqualTo(1.0);
        assertThat(report.getList("plan.role")).contains("csm", "digital-csm", "onboarding");
        assertThat(report.getMap("definitions")).containsKeys("attainment", "books", "people");
    }

    @Test
    void aHiringPlanIsAskedForBesideThePlanInForce() {
        String quarter = Quarter.of(company.today).next().toString();
        String question = """
                {"quarters": 3, "grr": 0.9, "pipeline": [{"quarter": "%s", "tier": "%s", "customers": 3000}]}""";

        Response answer = post("viewer", "/v1/capacity/what-if", question.formatted(quarter, "enterprise"));
        Response csv = post("viewer", "/v1/capacity/what-if.csv", question.formatted(quarter, "enterprise"));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonPath plan = answer.jsonPath();
        assertThat(plan.getList("assumptions")).hasSize(6);
        String people = ".findAll { it.role == 'csm' }.people";
        assertThat(plan.getList("plan" + people, Integer.class).get(2))
                .isGreaterThan(plan.getList("inForce" + people, Integer.class).get(2) + 100);
        assertThat(csv.asString()).startsWith("rules,role,quarter,tasks,minutes,people,peopleInForce");
        assertThat(post("lead", "/v1/capacity/what-if", question.formatted("1999-Q1", "gold"))
                        .jsonPath()
                        .getList("errors.field"))
                .containsExactly("/pipeline/0/quarter", "/pipeline/0/tier");
        assertThat(post("lead", "/v1/capacity/what-if", """
                        {"quarters": 3, "grr": 0.01, "nrr": 2,
                         "pipeline": [{"quarter": "%s", "tier": "pooled", "customers": 100000}],
                         "expansion": {"adds": 0.01, "role": "csm", "tasks": 1000, "minutes": 10000}}""".formatted(quarter))
                        .jsonPath()
                        .getList("errors.field"))
                .containsExactly("/pipeline", "/expansion");
        assertThat(post("lead", "/v1/capacity/what-if", "{\"nrr\": 1.1}")
                        .jsonPath()
                        .getList("errors.field"))
                .containsExactly("/grr", "/expansion");
    }

    @Test
    void aCustomerLeavesByPartsAlsoWhereOneOfItsContractsIsNeverDue() {
        LocalDate endsOn = company.today.plusDays(137);
        LocalDate startsOn = endsOn.minusYears(1);
        Money arr = new Money(10_000_00, "EUR");
        company.signs(contract(id, new ContractLine("l1", "core", arr, null, startsOn, endsOn)));
        company.signs(contract(
                id + "-platform",
                new ContractLine("l1", "platform", arr, null, startsOn, endsOn, true, null, null, null)));
        company.signs(company.contract(id + "-closed", 1, 10_000, null, company.today));
        await().atMost(LIMIT)
                .until(() -> ask("/v1/contracts/" + id + "/forecast").statusCode() == 200);

        await().atMost(LIMIT).untilAsserted(() -> {
            int renews = ask("/v1/contracts/" + id + "/forecast").jsonPath().getInt("forecast.renews");
            assertThat(facts.known(90, 4).await().atMost(LIMIT).renewals())
                    .filteredOn(due -> due.on().equals(endsOn))
                    .singleElement()
                    .satisfies(due -> assertThat(due.leaves()).isCloseTo((1 - renews / 1e6) / 2, within(1e-9)));
        });
    }

    private ContractRecord contract(String contractId, ContractLine line) {
        return new ContractRecord(
                contractId,
                company.account,
                1,
                line.startsOn(),
                line.startsOn(),
                line.endsOn(),
                false,
                60,
                null,
                null,
                List.of(line),
                List.of(),
                null);
    }

    private TaskChanged step(UUID task, String role, TaskTransition transition, Instant at) {
        return new TaskChanged(
                task,
                transition,
                at,
                transition == TaskTransition.CREATED ? TaskState.OPEN : TaskState.ACKNOWLEDGED,
                company.account,
                null,
                UUID.randomUUID(),
                "usage-drop",
                UUID.randomUUID(),
                "Usage drop",
                Reason.USAGE_DROP,
                Severity.HIGH,
                role,
                "ada",
                "",
                new DueTimes(null, null, null, null),
                null,
                0,
                null,
                null);
    }

    private static Response post(String role, String path, String body) {
        return given().header("Authorization", TestTokens.bearer(role + "@playcaller.test", role))
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static Response ask(String path) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .urlEncodingEnabled(false)
                .get(path);
    }
}

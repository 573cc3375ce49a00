package io.playcaller.forecast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.OpportunityStage;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What others said of growth, held against what a target needs. The currency is of this test alone. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class ExpansionComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String CURRENCY = "ZAR";

    private final Company company = new Company();

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void anOpportunityAndASignalOfACustomerThatRenewsStandAgainstTheTarget() {
        LocalDate due = company.today.plusDays(100);
        String quarter = due.getYear() + "-Q" + (due.getMonthValue() + 2) / 3;
        company.signs(company.contract("c-" + UUID.randomUUID(), 1, new Money(10_000_00, CURRENCY), null, null));
        company.mayBuy(new OpportunityRecord(
                "o-" + UUID.randomUUID(),
                company.account,
                1,
                OpportunityStage.OPEN,
                new Money(2_500_00, CURRENCY),
                null,
                null,
                company.today,
                due,
                null,
                null));
        company.signals(UUID.randomUUID(), 1, SignalState.OPENED, Reason.EXP_SEATS_NEAR_LIMIT, Severity.MEDIUM);
        given().header("Authorization", TestTokens.bearer("ops@playcaller.test", "ops"))
                .contentType("application/json")
                .body("{\"nrr\": 1.5}")
                .put("/v1/targets/" + quarter + "/all/" + CURRENCY)
                .then()
                .statusCode(200);
        String row =
                "items.findAll { it.quarter == '%s' && it.currency == '%s' && it.pipeline.opportunities == 1 && it.work.signals == 1 }"
                        .formatted(quarter, CURRENCY);

        JsonPath coverage = await().atMost(LIMIT)
                .until(
                        () -> ask("/v1/expansion-coverage?quarters=3").jsonPath(),
                        told -> told.getList(row).size() == 1);

        assertThat(coverage.getLong(row + "[0].pipeline.arr.minor")).isEqualTo(2_500_00);
        assertThat(coverage.getLong(row + "[0].target.needed.minor")).isGreaterThan(5_000_00);
        assertThat(coverage.getFloat(row + "[0].target.byPipeline")).isBetween(0.1f, 0.5f);
        assertThat(ask("/v1/expansion-coverage.csv?quarters=3").asString()).contains(quarter + ",none,all," + CURRENCY);
        assertThat(ask("/v1/expansion-coverage?by=tier").jsonPath().getString("field"))
                .isEqualTo("by");
    }

    private static Response ask(String path) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .get(path);
    }
}

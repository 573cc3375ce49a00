package io.playcaller.forecast;

import static io.playcaller.forecast.StoredRows.count;
import static io.playcaller.forecast.StoredRows.execute;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the packets say of the contracts that people judged. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class BoardComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Company company = new Company();
    private final String id = "c-" + UUID.randomUUID();

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void aContractThatTheManagerCallsLostIsATopRiskWithAllOfItsMoney() {
        company.signs(company.contract(id, 1, new Money(900_000_000_000L, "ISK"), null, null));
        await().atMost(LIMIT).until(() -> status("/v1/contracts/" + id + "/forecast") == 200);

        int judged = given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .contentType("application/json")
                .body("{\"category\": \"lost\", \"because\": \"they told me so\"}")
                .post("/v1/contracts/" + id + "/judgements")
                .statusCode();
        assertThat(judged).isBetween(200, 201);

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(risk("quarterly")).contains("lost", "manager", 900_000_000_000L));
        assertThat(risk("monthly")).contains("manager");
    }

    @Test
    void aLossThatTheCsmForesawWasNotGreen() throws SQLException {
        LocalDate end = company.today.minusDays(1);
        company.signs(company.contract(id, 1, 4_000, null, null));
        await().atMost(LIMIT).until(() -> count("forecast where contract_id = '" + id + "'") == 1);
        LocalDate then = end.minusDays(90);
        execute("""
                insert into forecast_snapshot (day, contract_id, taken_at, rev, category, arr_minor, currency, renews,
                    body, inputs, renewal_on)
                select '%2$s', contract_id, '%2$sT00:10:00Z', 1, 'commit', arr_minor, currency, 900000, body, '{}',
                    renewal_on
                from forecast where contract_id = '%1$s'""".formatted(id, then));
        execute("""
                insert into judgement (judgement_id, contract_id, renewal_on, role, category, author, reason, at,
                    expires_at)
                select gen_random_uuid(), contract_id, renewal_on, 'csm', 'lost', 'cleo', 'no answer',
                    '%2$sT00:00:00Z', '%3$sT00:00:00Z'
                from forecast where contract_id = '%1$s'""".formatted(id, then.minusDays(2), then.plusDays(20)));

        company.signs(ended(end));

        JsonPath loss = await().atMost(LIMIT)
                .until(
                        () -> ask("/v1/losses?from=" + end + "&until=" + end.plusDays(1))
                                .setRootPath("items.find { it.contractId == '" + id + "' }"),
                        found -> found.get("known") != null);
        assertThat(loss.getBoolean("green")).isFalse();
        assertThat(loss.getString("known.category")).isEqualTo("commit");
        assertThat(loss.getString("known.judged.by")).isEqualTo("csm");
    }

    @Test
    void aPacketEndsWithItsDay() throws SQLException {
        LocalDate monday = LocalDate.of(2016, 10, 3);
        for (int day = -1; day < 2; day++) {
            execute("""
                    insert into risk_episode (episode_id, account_id, transition, reason, also_reasons, severity, opened_at,
                        ended_at, retracted)
                    values (gen_random_uuid(), '%s', 1, 'usage.drop', '', 'high', '%sT09:00:00Z', '2016-10-20T09:00:00Z',
                        false)""".formatted(company.account, monday.plusDays(day)));
        }

        List<List<Object>> risks = ask("/v1/meetings/weekly?day=2016-10-03&since=2016-09-26")
                .getList("sections.find { it.key == 'new-risks' }.rows.findAll { it[0] == '" + company.account + "' }");

        assertThat(risks).extracting(row -> row.get(4)).containsExactly("2016-10-02T09:00:00Z", "2016-10-03T09:00:00Z");
        assertThat(risks)
                .extracting(row -> row.get(5))
                .as("they were open then")
                .containsOnlyNulls();
    }

    @Test
    void theBoardIsToldWhatOfTheQuarterIsNotClosed() throws SQLException {
        LocalDate due = LocalDate.of(2017, 12, 20);
        outcome(id + "-closed", due, "2018-02-01", 50_00, true);
        outcome(id + "-kept", due, "2017-12-21", 60_00, false);
        outcome(id + "-restated", due, "2017-12-21", 0, false);
        outcome(id + "-restated", due, "2017-12-23", 70_00, false);

        assertThat(
                        ask("/v1/meetings/quarterly?day=2018-01-08")
                                .getList(
                                        "sections.find { it.key == 'actual-against-forecast' }.rows.findAll { it[2] == 'XPF' }"))
                .isEqualTo(List.of(Arrays.asList(null, "not closed", "XPF", 2, 200_00, null, 130_00, null, null)));
    }

    private void outcome(String contractId, LocalDate due, String recordedOn, long kept, boolean closed)
            throws SQLException {
        execute("""
                insert into renewal_outcome (contract_id, renewal_on, recorded_on, recorded_at, account_id, arr_minor,
                    currency, kept_minor, net_minor, closed, since)
                values ('%s', '%s', '%s', '2018-02-01T00:00:00Z', '%s', 10000, 'XPF', %d, %5$d, %s, '2016-12-20')""".formatted(contractId, due, recordedOn, company.account, kept, closed));
    }

    private ContractRecord ended(LocalDate on) {
        ContractRecord open = company.contract(id, 2, 4_000, null, on);
        ContractLine line = new ContractLine("l1", "core", new Money(4_000_00, "EUR"), 50, open.startsOn(), on);
        return new ContractRecord(
                id,
                company.account,
                2,
                open.startsOn(),
                open.startsOn(),
                on,
                false,
                60,
                null,
                on,
                List.of(line),
                List.of(),
                null);
    }

    /** The contract among the largest at risk. */
    private List<Object> risk(String kind) {
        return ask("/v1/meetings/" + kind)
                .getList("sections.find { it.key == 'top-risks' }.rows.find { it[0] == '" + id + "' }");
    }

    private static JsonPath ask(String path) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .urlEncodingEnabled(false)
                .get(path)
                .jsonPath();
    }

    private static int status(String path) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .get(path)
                .statusCode();
    }
}

package io.playcaller.forecast;

import static io.playcaller.forecast.StoredRows.count;
import static io.playcaller.forecast.StoredRows.execute;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.Driver;
import io.playcaller.contracts.forecast.Interval;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class PortfolioMemoryComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Company company = new Company();
    private final String id = "pm-" + UUID.randomUUID();

    @AfterEach
    void today() throws SQLException {
        company.close();
        ServiceDay.comeBack();
    }

    @Test
    void aContractIsInTheFiguresOfItsSegmentBesideTheTargetAndInAScenario() {
        company.scores(1, 70);
        company.signs(company.contract(id, 1, new Money(7_000_00, "NZD"), null, null));
        String quarter = quarter(company.today.plusDays(100));
        given().header("Authorization", TestTokens.bearer("ops@playcaller.test", "ops"))
                .contentType("application/json")
                .body("{\"grr\": 0.5}")
                .put("/v1/targets/" + quarter + "/smb/NZD")
                .then()
                .statusCode(200);

        JsonPath figures = await().atMost(LIMIT)
                .until(
                        () -> ask("/v1/portfolio?by=segment").jsonPath(),
                        told -> Integer.valueOf(1).equals(told.get(of("items", quarter, "smb") + ".renewalsDue")));
        JsonPath scenario = given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .contentType("application/json")
                .body("{\"lose\": [\"" + id + "\"]}")
                .post("/v1/portfolio/scenarios")
                .jsonPath();

        String ofSegment = of("items", quarter, "smb");
        assertThat(figures.getLong(ofSegment + ".arrDue.minor")).isEqualTo(7_000_00);
        assertThat(figures.getFloat(ofSegment + ".target.grrReached")).isBetween(0.5f, 1f);
        assertThat(scenario.getLong(of("scenario", quarter, "all") + ".expected.minor"))
                .isZero();
        assertThat(scenario.getLong(of("base", quarter, "all") + ".expected.minor"))
                .isPositive();
        assertThat(ask("/v1/portfolio.csv?by=owner").body().asString()).contains("NZD");
    }

    @Test
    void whatIsAskedWronglyIsSaidFieldByField() {
        assertThat(ask("/v1/portfolio?by=colour").jsonPath().getString("field")).isEqualTo("by");
        assertThat(ask("/v1/bridge?from=x&until=2020-01-01&quarter=2020")
                        .jsonPath()
                        .getList("errors.field"))
                .containsExactly("from", "quarter");
        assertThat(ask("/v1/accuracy?from=2020-01-01&until=2019-01-01")
                        .jsonPath()
                        .getString("field"))
                .isEqualTo("until");
    }

    @Test
    void aBridgeBetweenTwoSnapshotsSumsAndAccuracyHoldsThemAgainstTheOutcome() throws SQLException {
        company.signs(company.contract(id, 1, 1_000, null, null));
        await().atMost(LIMIT)
                .until(() -> ask("/v1/contracts/" + id + "/forecast").statusCode() == 200);
        LocalDate due = LocalDate.of(2020, 6, 30);
        snapshot(due.minusDays(60), due, 900_000);
        snapshot(due.minusDays(30), due, 600_000);
        execute("""
                insert into renewal_outcome (contract_id, renewal_on, recorded_on, recorded_at, account_id, arr_minor,
                    currency, kept_minor, net_minor, closed)
                values ('%s', '%s', '2020-08-01', '2020-08-01T00:00:00Z', '%s', 100000, 'CHF', 0, 0, true)""".formatted(id, due, company.account));

        JsonPath bridge = ask("/v1/bridge?from=%s&until=%s&quarter=2020-Q2&by=contract"
                        .formatted(due.minusDays(60), due.minusDays(30)))
                .jsonPath();
        JsonPath accuracy = ask("/v1/accuracy?from=2020-06-01&until=2020-07-01").jsonPath();

        String mine = "items.find { it.group == '" + id + "' }";
        assertThat(bridge.getLong(mine + ".before")).isEqualTo(90_000);
        assertThat(bridge.getLong(mine + ".after")).isEqualTo(60_000);
        assertThat(bridge.getList(mine + ".steps.minor", Long.class)).containsExactly(-30_000L);
        String model = "items.find { it.horizon == 60 && it.source == 'model' && it.currency == 'CHF' }";
        assertThat(accuracy.getInt(model + ".n")).isEqualTo(1);
        assertThat(accuracy.getLong(model + ".forecast")).isEqualTo(90_000);
        assertThat(accuracy.getFloat(model + ".bias")).isEqualTo(0.9f);
    }

    @Test
    void aTermThatNeverBeganLeavesTheBridgeOnceAndIsInNoneSince() throws SQLException {
        company.signs(company.contract(id, 1, 1_000, null, null));
        await().atMost(LIMIT)
                .until(() -> ask("/v1/contracts/" + id + "/forecast").statusCode() == 200);
        for (String day : List.of("2019-08-01", "2019-09-01", "2019-10-01")) {
            execute("""
                    insert into forecast_snapshot (day, contract_id, taken_at, rev, category, arr_minor, currency,
                        renews, body, inputs, renewal_on)
                    values ('%1$s', '%2$s-other', '%1$sT00:10:00Z', 1, 'best-case', 100000, 'CHF', 0, '{}', '{}', '2021-01-01')""".formatted(day, id));
        }
        execute("""
                insert into renewal_outcome (contract_id, renewal_on, recorded_on, recorded_at, account_id, arr_minor,
                    currency, kept_minor, net_minor, closed, began)
                values ('%1$s', '2019-06-30', '2019-07-31', '2019-07-31T00:00:00Z', '%2$s', 100000, 'CHF', 40000, 40000, true, true),
                    ('%1$s', '2019-06-30', '2019-08-15', '2019-08-15T00:00:00Z', '%2$s', 100000, 'CHF', 0, 0, true, false)""".formatted(id, company.account));
        String bridge = "/v1/bridge?from=%s&until=%s&quarter=2019-Q2&by=contract";
        String mine = "items.find { it.group == '" + id + "' }";

        JsonPath counted = ask(bridge.formatted("2019-08-01", "2019-09-01")).jsonPath();
        Response since = ask(bridge.formatted("2019-09-01", "2019-10-01"));

        assertThat(counted.getLong(mine + ".before")).isEqualTo(40_000);
        assertThat(counted.getLong(mine + ".after")).isZero();
        assertThat(counted.getList(mine + ".steps.minor", Long.class)).containsExactly(-40_000L);
        assertThat(since.statusCode()).isEqualTo(200);
        assertThat(since.jsonPath().getList("items.group", String.class)).doesNotContain(id);
    }

    @Test
    void aRenewalThatIsLostIsRecordedAndTheFiguresOfTheDayAreKept() throws SQLException {
        company.signs(company.contract(id, 1, new Money(500_00, "DKK"), null, null));
        await().atMost(LIMIT).until(() -> count("forecast_snapshot where contract_id = '" + id + "'") == 1);
        company.signs(company.contract(id, 2, new Money(500_00, "DKK"), null, company.today));
        await().atMost(LIMIT)
                .until(() -> ask("/v1/contracts/" + id + "/forecast").statusCode() == 404);
        company.signs(company.contract(id + "-open", 1, new Money(900_00, "DKK"), null, null));
        await().atMost(LIMIT)
                .until(() -> ask("/v1/contracts/" + id + "-open/forecast").statusCode() == 200);

        ServiceDay.goOn(1);

        await().atMost(LIMIT)
                .until(() -> count("renewal_outcome where kept_minor = 0 and not closed and contract_id = '" + id + "'")
                        == 1);
        String kept = "/v1/portfolio/snapshots?currency=DKK&quarter=" + quarter(company.today.plusDays(100));
        // The figures of today may have been kept meanwhile, too.
        await().atMost(LIMIT)
                .until(() -> company.today
                        .plusDays(1)
                        .toString()
                        .equals(ask(kept).jsonPath().getString("items[0].day")));
    }

    @Test
    void aMonthThatGoesOnWithoutAWordIsKeptWhetherItsEndMovesOrNot() throws SQLException {
        LocalDate today = company.today;
        company.signs(month(id, 1, "core", today.minusDays(20), today.plusDays(10)));
        company.signs(month(id + "-silent", 1, "addon", today.minusDays(75), today.minusDays(45)));
        await().atMost(LIMIT).until(() -> count("forecast_snapshot where contract_id like '" + id + "%'") == 2);
        company.signs(month(id, 2, "core", today.minusDays(20), today.plusDays(40)));
        await().atMost(LIMIT)
                .until(() -> today.plusDays(40)
                        .toString()
                        .equals(ask("/v1/contracts/" + id + "/forecast")
                                .jsonPath()
                                .getString("forecast.renewalOn")));

        ServiceDay.goOn(1);

        String moved =
                "renewal_outcome where kept_minor = 30000 and not closed and contract_id = '%s' and renewal_on = '%s'";
        await().atMost(LIMIT).until(() -> count(moved.formatted(id, today.plusDays(10))) == 1);
        String silent =
                "renewal_outcome where kept_minor = 30000 and closed and contract_id = '%s' and renewal_on = '%s'";
        await().atMost(LIMIT).until(() -> count(silent.formatted(id + "-silent", today.minusDays(45))) == 1);
    }

    @Test
    void aCrmReadsWhatChangedALineAContract() {
        company.signs(company.contract(id, 1, 2_000, null, null));
        await().atMost(LIMIT)
                .until(() -> ask("/v1/contracts/" + id + "/forecast").statusCode() == 200);

        Response told = given().header("Authorization", TestTokens.bearer("ops@playcaller.test", "ops"))
                .get("/v1/write-back?limit=10000");

        assertThat(told.header("Link")).contains("/v1/write-back?since=");
        String line = told.body()
                .asString()
                .lines()
                .filter(one -> one.contains(id))
                .findFirst()
                .orElseThrow();
        JsonPath fact = new JsonPath(line);
        assertThat(fact.getString("forecastSource")).isEqualTo("model");
        assertThat(fact.getLong("forecastAmount.minor")).isBetween(1L, 2_000_00L);
    }

    private ContractRecord month(
            String contractId, long version, String product, LocalDate startsOn, LocalDate endsOn) {
        ContractLine line = new ContractLine("l1", product, new Money(300_00, "SEK"), null, startsOn, endsOn);
        return new ContractRecord(
                contractId,
                company.account,
                version,
                startsOn,
                startsOn,
                endsOn,
                false,
                0,
                null,
                null,
                List.of(line),
                List.of(),
                null);
    }

    private void snapshot(LocalDate day, LocalDate due, int renews) throws SQLException {
        RenewalForecast forecast = new RenewalForecast(
                id,
                company.account,
                Instant.parse(day + "T00:10:00Z"),
                due,
                null,
                new Money(100_000, "CHF"),
                renews,
                0,
                0,
                Category.BEST_CASE,
                List.of(),
                List.of(new Driver("base-rate", null, renews, "Of all contracts")),
                new Interval(0, 100_000, 100_000),
                "prior-1");
        try (Connection connection =
                        PlaycallerStack.shared().dataSource("forecast").getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into forecast_snapshot (day, contract_id, taken_at, rev, category, arr_minor, currency,
                            renews, body, inputs, renewal_on)
                        values (?, ?, ?::timestamptz, 1, 'best-case', 100000, 'CHF', ?, ?, '{}', ?)""")) {
            statement.setObject(1, day);
            statement.setString(2, id);
            statement.setString(3, day + "T00:10:00Z");
            statement.setInt(4, renews);
            statement.setString(5, new String(WireJson.write(forecast), StandardCharsets.UTF_8));
            statement.setObject(6, due);
            statement.executeUpdate();
        }
    }

    private static String quarter(LocalDate day) {
        return day.getYear() + "-Q" + ((day.getMonthValue() - 1) / 3 + 1);
    }

    private static String of(String list, String quarter, String group) {
        return "%s.find { it.quarter == '%s' && it.group == '%s' && it.currency == 'NZD' }"
                .formatted(list, quarter, group);
    }

    private static Response ask(String path) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .urlEncodingEnabled(false)
                .get(path);
    }
}

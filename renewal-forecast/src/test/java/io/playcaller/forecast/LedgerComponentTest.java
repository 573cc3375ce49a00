package io.playcaller.forecast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Money;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class LedgerComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Company company = new Company();
    private final String id = "l-" + UUID.randomUUID();

    @AfterEach
    void close() throws SQLException {
        ServiceDay.comeBack();
        execute("update ledger_day set looked_on = '0001-01-01'");
        company.close();
    }

    @Test
    void anEntryOfTheLedgerNamesItsContract() {
        company.signs(company.contract(id, 1, 8_000, null, null));

        JsonPath entry = await().atMost(LIMIT)
                .until(
                        () -> ask("/v1/ledger?contract=" + id).jsonPath(),
                        answer -> answer.getList("items").size() == 1);

        assertThat(entry.getString("items[0].kind")).isEqualTo("new");
        assertThat(entry.getLong("items[0].delta")).isEqualTo(8_000_00);
        assertThat(entry.getString("items[0].postings[0].cause")).isEqualTo("start");
        assertThat(ask("/v1/ledger.csv?contract=" + id).asString()).contains(",new,0,800000,800000,");
    }

    @Test
    void segmentsAreKnownAndAMissingRateIsNotGuessed() {
        company.scores(1, 70);
        company.signs(company.contract(id, 1, new Money(5_000_00, "NOK"), null, null));
        String asked = "/v1/retention?by=segment&from=%s&until=%s"
                .formatted(company.today.minusDays(30), company.today.plusDays(1));
        await().atMost(LIMIT)
                .until(() -> ask(asked)
                                .jsonPath()
                                .getList("slices.findAll { it.key == 'smb' && it.bridge.currency == 'NOK' }")
                                .size()
                        == 1);
        String constant = asked + "&currency=constant";

        assertThat(ask(constant).jsonPath().getList("missingRates.currency")).contains("NOK");
        assertThat(say("ops", "/v1/rates/NOK/" + company.today.minusDays(31), "{\"rate\": 0.085}")
                        .jsonPath()
                        .getInt("taken"))
                .isEqualTo(1);
        assertThat(say("ops", "/v1/rates/NOK/" + company.today, "{\"rate\": 0.086}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask(constant).jsonPath().getList("missingRates.currency")).doesNotContain("NOK");
        assertThat(ask("/v1/retention.csv?by=segment&from=2026-01-01&until=2026-04-01")
                        .asString())
                .startsWith("from,until,grain,");
    }

    @Test
    void aCustomerIsFollowedInTheCohortOfTheYearInWhichItBegan() {
        company.signs(company.contract(id, 1, 8_000, null, null));
        int year = company.today.plusDays(100).minusYears(2).getYear();
        String asked = "/v1/retention/cohorts?every=year&from=%d-01-01&until=%d-01-01".formatted(year, year + 1);

        JsonPath cohorts = await().atMost(LIMIT)
                .until(
                        () -> ask(asked).jsonPath(),
                        answer -> !answer.getList("items").isEmpty());

        assertThat(cohorts.getString("items[0].cohort")).isEqualTo(String.valueOf(year));
        assertThat(cohorts.getString("items[0].slice")).isNull();
        assertThat(cohorts.getInt("items[0].joined")).isPositive();
        assertThat(cohorts.getString("definitions.currencyRule")).isEqualTo("constant");
        assertThat(ask(asked.replace("cohorts?", "cohorts.csv?")).asString()).startsWith("every,asOf,cohort,");
    }

    @Test
    void aCorrectedRateIsANewVersionAndBothAreKept() {
        String day = "/v1/rates/SEK/2021-03-04";
        say("admin", day, "{\"rate\": 0.0911}");
        say("admin", day, "{\"rate\": 0.0911}");
        say("admin", day, "{\"rate\": 0.0921}");

        JsonPath rates = ask("/v1/rates?currency=SEK").jsonPath();

        assertThat(rates.getList("items.version")).containsExactly(2, 1);
        assertThat(rates.getString("items[0].saidBy")).isEqualTo("admin@playcaller.test");
        assertThat(say("lead", day, "{\"rate\": 1}").statusCode()).isEqualTo(403);
        assertThat(say("ops", day, "{\"rate\": -1}").jsonPath().getString("field"))
                .isEqualTo("rate");
        assertThat(bulk("currency,day,rate\nDKK,2021-03-04,0.134\nDKK,yesterday,0.1\n")
                        .jsonPath()
                        .getString("field"))
                .isEqualTo("/2/day");
        assertThat(bulk("currency,day,rate\nDKK,2021-03-04,0.134\nDKK,2021-03-05,0.135\n")
                        .jsonPath()
                        .getInt("taken"))
                .isEqualTo(2);
    }

    @Test
    void aClosedQuarterStandsAndACorrectionIsDated() throws SQLException {
        company.signs(company.contract(id, 1, 4_000, null, null));
        await().atMost(LIMIT)
                .until(() -> ask("/v1/ledger?contract=" + id)
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 1);
        LocalDate first = company.today
                .with(company.today.getMonth().firstMonthOfQuarter())
                .withDayOfMonth(1);
        LocalDate end = first.plusMonths(3);
        ServiceDay.goOn(ChronoUnit.DAYS.between(company.today, end) + 16);
        String asked = "/v1/retention?from=%s&until=%s".formatted(first, end);
        long closed = await().atMost(LIMIT)
                .until(() -> ask(asked).jsonPath(), answer -> answer.getString("closedAt") != null)
                .getLong("bridges.find { it.currency == 'EUR' }.end");

        company.signs(company.contract(id, 2, 4_500, null, null));
        await().atMost(LIMIT)
                .until(() -> ask("/v1/ledger?contract=" + id).jsonPath().getLong("items[0].delta") == 4_500_00);
        ServiceDay.goOn(ChronoUnit.DAYS.between(company.today, end) + 17);
        JsonPath restatements = await().atMost(LIMIT)
                .until(
                        () -> ask("/v1/restatements").jsonPath(),
                        answer -> answer.getList("items.findAll { it.definition == 'line/each-by-itself/whole' }")
                                        .size()
                                > 0);

        assertThat(restatements.getString("items[0].after.from")).isEqualTo(first.toString());
        assertThat(ask("/v1/restatements.csv").asString().lines())
                .anyMatch(line -> line.contains(",line/each-by-itself/whole,before," + first)
                        && line.contains("," + closed + ","))
                .anyMatch(line -> line.contains(",line/each-by-itself/whole,after," + first)
                        && line.contains("," + (closed + 500_00) + ","));
        assertThat(ask(asked).jsonPath().getLong("bridges.find { it.currency == 'EUR' }.end"))
                .isEqualTo(closed);
        assertThat(ask(asked + "&restated=true").jsonPath().getLong("bridges.find { it.currency == 'EUR' }.end"))
                .isEqualTo(closed + 500_00);
        String quarter = first.getYear() + "-Q" + (first.getMonthValue() / 3 + 1);
        assertThat(ask("/v1/kpis?quarter=" + quarter)
                        .jsonPath()
                        .getString("items.find { it.key == 'grr' && it.currency == 'EUR' }.now.closedAt"))
                .isEqualTo(ask(asked).jsonPath().getString("closedAt"));
        assertThatThrownBy(() -> execute("update closed_period set body = '{}'"))
                .hasMessageContaining("closed_period is written once");
    }

    @Test
    void wrongQuestionsAboutThePastAreRefusedWithTheField() {
        String period = "/v1/retention?from=2026-01-01&until=2026-04-01";
        assertThat(ask(period + "&grain=planet").jsonPath().getString("field")).isEqualTo("grain");
        assertThat(ask(period + "&currency=gold").jsonPath().getString("field")).isEqualTo("currency");
        assertThat(ask(period + "&grain=account&by=product").jsonPath().getString("field"))
                .isEqualTo("by");
        assertThat(ask(period + "&gapDays=9999").jsonPath().getString("field")).isEqualTo("gapDays");
        assertThat(ask("/v1/rates?currency=EUR").jsonPath().getString("field")).isEqualTo("currency");
        String cohorts = "/v1/retention/cohorts?from=2026-01-01&until=2026-04-01";
        assertThat(ask(cohorts + "&every=week").jsonPath().getString("field")).isEqualTo("every");
        assertThat(ask(cohorts + "&by=owner").jsonPath().getString("field")).isEqualTo("by");
        assertThat(ask(cohorts.replace("from=2026", "from=2016")).jsonPath().getString("field"))
                .isEqualTo("from");
    }

    private static Response ask(String path) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .urlEncodingEnabled(false)
                .get(path);
    }

    private static Response say(String role, String path, String body) {
        return given().header("Authorization", TestTokens.bearer(role + "@playcaller.test", role))
                .contentType("application/json")
                .body(body)
                .put(path);
    }

    private static Response bulk(String csv) {
        return given().header("Authorization", TestTokens.bearer("ops@playcaller.test", "ops"))
                .contentType("text/csv")
                .body(csv)
                .post("/v1/rates");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection =
                        PlaycallerStack.shared().dataSource("forecast").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.playcaller.forecast;

import static io.playcaller.forecast.StoredRows.count;
import static io.playcaller.forecast.StoredRows.execute;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.memory.app.PeriodKeeper;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class PeriodTermComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** In eight quarters, to the first of 2015, fifty each of which 45 were expected: all renewed in one, half of them in the next. */
    private static final String RENEWALS = """
            generate_series(0, 7) as q cross join generate_series(1, 50) as n
                cross join lateral (
                    select 'period-' || q || '-' || n as contract_id, date '2013-05-15' + q * 91 as due,
                        case when q % 2 = 0 or n > 25 then 100000 else 0 end as kept) renewal""";

    @Inject
    PeriodKeeper periods;

    @AfterEach
    void asItWas() throws SQLException {
        execute("delete from period_term where until in ('2015-01-01', '2015-04-01', '2999-01-01')");
    }

    @Test
    void aQuarterTellsOnceAllOfItIsClosed() throws SQLException {
        execute("""
                insert into renewal_outcome (contract_id, renewal_on, recorded_on, recorded_at, account_id, arr_minor,
                    currency, kept_minor, net_minor, closed, since)
                select contract_id, due, due + 31, due + 31, 'period', 100000, 'XPF', kept, kept, true, due - 365
                from %s""".formatted(RENEWALS));
        execute("""
                insert into forecast_snapshot (day, contract_id, taken_at, rev, category, arr_minor, currency, renews, body,
                    inputs, renewal_on)
                select due - 90, contract_id, due - 90, 1, 'commit', 100000, 'XPF', 900000,
                    '{"contracts": 0, "expands": 0}', '{}', due
                from %s""".formatted(RENEWALS));

        periods.keep(LocalDate.of(2015, 4, 29)).await().atMost(LIMIT);
        assertThat(count("period_term where until = '2015-01-01' and quarters = 7 and renewals = 350"))
                .isEqualTo(1);
        assertThat(count("period_term where until = '2015-04-01'")).isZero();

        periods.keep(LocalDate.of(2015, 4, 30)).await().atMost(LIMIT);
        periods.keep(LocalDate.of(2015, 5, 20)).await().atMost(LIMIT);
        assertThat(count("period_term where until = '2015-04-01' and quarters = 8 and renewals = 400"
                        + " and deviation between 0.5 and 2"))
                .isEqualTo(1);
    }

    @Test
    void whatTheNewestQuarterToldIsInForceAndSaid() throws SQLException {
        execute("insert into period_term values ('2999-01-01', 0.25, 0.4321, 16, 4000)");

        assertThat(definition("/v1/portfolio", "periodDeviation")).isEqualTo("0.4321");
        assertThat(definition("/v1/accuracy?from=2026-01-01&until=2026-02-01", "interval"))
                .contains("a period term of 0.4321");
    }

    @Test
    void whatWasFoundWithAnotherBeliefIsNotInForce() throws SQLException {
        execute("insert into period_term values ('2999-01-01', 0.5, 0.4321, 16, 4000)");

        assertThat(definition("/v1/portfolio", "periodDeviation")).isNotEqualTo("0.4321");
    }

    private static String definition(String path, String name) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .urlEncodingEnabled(false)
                .get(path)
                .jsonPath()
                .getString("definitions." + name);
    }
}

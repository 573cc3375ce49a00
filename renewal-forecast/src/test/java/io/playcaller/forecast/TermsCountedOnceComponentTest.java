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
import io.playcaller.testkit.SettableClock;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One term has one outcome, and what is decided is due no more. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class TermsCountedOnceComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Company company = new Company();
    private final SettableClock clock = SettableClock.of("forecast");
    private final String id = "once-" + UUID.randomUUID();
    private final LocalDate today = company.today;

    /** Not before the memory of the day is through: it would be written down after it was forgotten, and the next test's day be over. */
    @AfterEach
    void clockBack() throws SQLException {
        await().atMost(LIMIT)
                .until(() -> count("memory_day where day = (playcaller_now() at time zone 'UTC')::date") == 1);
        company.close();
        clock.set(Duration.ZERO);
        execute("update forecast_day set day = '0001-01-01'");
        execute("delete from memory_day");
    }

    @Test
    void aContractThatAnotherReplacesIsKeptThoughNobodyClosedIt() throws SQLException {
        LocalDate end = today.plusDays(60);
        company.signs(contract(id, 1, "HUF", end.minusYears(1), end, null, null));
        await().atMost(LIMIT).until(() -> count("forecast_snapshot where contract_id = '" + id + "'") == 1);
        company.signs(contract(id + "-next", 1, "HUF", today, today.plusYears(1), null, id));
        await().atMost(LIMIT).until(() -> status(id) == 404 && status(id + "-next") == 200);

        clock.set(Duration.ofDays(1));

        String kept = "renewal_outcome where kept_minor = 30000 and net_minor = 30000 and began and contract_id = '%s'";
        await().atMost(LIMIT).until(() -> count(kept.formatted(id)) == 1);
        assertThat(count("renewal_outcome where contract_id = '" + id + "-next'"))
                .isZero();
    }

    @Test
    void aTermThatWentOnIsInForceAndDueNoMore() throws SQLException {
        LocalDate end = today.minusDays(45);
        company.signs(contract(id, 1, "PLN", end.minusDays(30), end, null, null));
        await().atMost(LIMIT).until(() -> status(id) == 200);

        clock.set(Duration.ofDays(1));

        await().atMost(LIMIT)
                .until(() -> count("renewal_outcome where kept_minor = 30000 and contract_id = '" + id + "'") == 1);
        String figures = "/v1/portfolio?quarters=1";
        String mine = "items.find { it.currency == 'PLN' }";
        await().atMost(LIMIT)
                .until(() -> Integer.valueOf(0).equals(ask(figures).jsonPath().get(mine + ".renewalsDue")));
        assertThat(ask(figures).jsonPath().getLong(mine + ".arrInForce.minor")).isEqualTo(300_00);
    }

    @Test
    void aLossThatIsToldAfterTheEndMovedIsCountedInOneTerm() throws SQLException {
        LocalDate first = today.minusDays(3);
        LocalDate second = first.plusDays(30);
        company.signs(contract(id, 1, "CZK", first.minusDays(30), first, null, null));
        await().atMost(LIMIT).until(() -> count("forecast_snapshot where contract_id = '" + id + "'") == 1);
        company.signs(contract(id, 2, "CZK", first.minusDays(30), second, null, null));
        await().atMost(LIMIT)
                .until(() -> second.toString()
                        .equals(ask("/v1/contracts/" + id + "/forecast")
                                .jsonPath()
                                .getString("forecast.renewalOn")));
        clock.set(Duration.ofDays(1));
        String outcome = "renewal_outcome where contract_id = '" + id + "' and renewal_on = '%s' and %s";
        await().atMost(LIMIT).until(() -> count(outcome.formatted(first, "kept_minor = 30000")) == 1);
        await().atMost(LIMIT).until(() -> count("forecast_snapshot where contract_id = '" + id + "'") == 2);

        company.signs(contract(id, 3, "CZK", first.minusDays(30), today.minusDays(1), today, null));
        await().atMost(LIMIT).until(() -> status(id) == 404);
        clock.set(Duration.ofDays(2));

        await().atMost(LIMIT).until(() -> count(outcome.formatted(second, "kept_minor = 0 and not began")) == 1);
        assertThat(count(outcome.formatted(first, "kept_minor = 0 and began"))).isEqualTo(1);
    }

    @Test
    void lessThatARenewalLeftIsALossThoughOnlyTheEndMoved() throws SQLException {
        LocalDate end = today.minusDays(3);
        company.signs(contract(id, 1, "SEK", end.minusYears(1), end, null, null));
        await().atMost(LIMIT).until(() -> count("forecast_snapshot where contract_id = '" + id + "'") == 1);
        ContractRecord moved = contract(id, 2, "SEK", end.minusYears(1), end.plusYears(1), null, null);
        company.signs(as(company.account, 200_00, moved));
        await().atMost(LIMIT)
                .until(() -> count("forecast where arr_minor = 20000 and contract_id = '" + id + "'") == 1);

        clock.set(Duration.ofDays(1));

        String lost = "items.find { it.contractId == '" + id + "' }";
        String losses = "/v1/losses?from=" + end + "&until=" + end.plusDays(1);
        await().atMost(LIMIT)
                .until(() ->
                        Integer.valueOf(100_00).equals(ask(losses).jsonPath().get(lost + ".lost.minor")));
        assertThat(ask(losses).jsonPath().getString(lost + ".kind")).isEqualTo("partial");
    }

    @Test
    void aContractThatIsCarriedOverIntoTheOtherAccountOfAMergeIsKept() throws SQLException {
        try (Company buyer = new Company()) {
            LocalDate end = today.plusDays(60);
            company.signs(contract(id, 1, "RON", end.minusYears(1), end, null, null));
            await().atMost(LIMIT).until(() -> count("forecast_snapshot where contract_id = '" + id + "'") == 1);
            company.mergedInto(buyer);
            ContractRecord next = contract(id + "-next", 1, "RON", today, today.plusYears(1), null, id);
            buyer.signs(as(buyer.account, 300_00, next));
            await().atMost(LIMIT).until(() -> status(id) == 404 && status(id + "-next") == 200);

            clock.set(Duration.ofDays(1));

            String kept = "renewal_outcome where kept_minor = 30000 and began and contract_id = '" + id + "'";
            await().atMost(LIMIT).until(() -> count(kept) == 1);
            assertThat(ask("/v1/losses?from=" + today + "&until=" + today.plusDays(1))
                            .jsonPath()
                            .getList("items.findAll { it.contractId == '" + id + "' }"))
                    .isEmpty();
        }
    }

    private static ContractRecord as(String account, long minor, ContractRecord c) {
        ContractLine line = c.lines().get(0);
        Money arr = new Money(minor, line.arr().currency());
        return new ContractRecord(
                c.contractId(),
                account,
                c.version(),
                c.signedOn(),
                c.startsOn(),
                c.endsOn(),
                c.autoRenew(),
                c.noticeDays(),
                c.noticeReceivedOn(),
                c.closedOn(),
                List.of(new ContractLine("l1", line.productId(), arr, null, c.startsOn(), c.endsOn())),
                c.movements(),
                c.withdrawn(),
                c.replaces());
    }

    private ContractRecord contract(
            String contractId,
            long version,
            String currency,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable LocalDate closedOn,
            @Nullable String replaces) {
        ContractLine line = new ContractLine("l1", "core", new Money(300_00, currency), null, startsOn, endsOn);
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
                closedOn,
                List.of(line),
                List.of(),
                null,
                replaces);
    }

    private static int status(String contractId) {
        return ask("/v1/contracts/" + contractId + "/forecast").statusCode();
    }

    private static Response ask(String path) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .urlEncodingEnabled(false)
                .get(path);
    }
}

package io.playcaller.forecast;

import static io.playcaller.forecast.StoredRows.count;
import static io.playcaller.forecast.StoredRows.execute;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.testkit.PlaycallerStack;
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

/** One term has one outcome, and what is decided is due no more; what was forecast is held against the term that it was about. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class TermsCountedOnceComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Company company = new Company();
    private final String id = "once-" + UUID.randomUUID();
    private final LocalDate today = company.today;

    @AfterEach
    void today() throws SQLException {
        company.close();
        ServiceDay.comeBack();
    }

    @Test
    void aContractThatAnotherReplacesIsKeptThoughNobodyClosedIt() throws SQLException {
        LocalDate end = today.plusDays(60);
        company.signs(contract(id, 1, "HUF", end.minusYears(1), end, null, null));
        await().atMost(LIMIT).until(() -> count("forecast_snapshot where contract_id = '" + id + "'") == 1);
        company.signs(contract(id + "-next", 1, "HUF", today, today.plusYears(1), null, id));
        await().atMost(LIMIT).until(() -> status(id) == 404 && status(id + "-next") == 200);

        ServiceDay.goOn(1);

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

        ServiceDay.goOn(1);

        await().atMost(LIMIT)
                .until(() -> count("renewal_outcome where kept_minor = 30000 and contract_id = '" + id + "'") == 1);
        String figures = "/v1/portfolio?quarters=1";
        String mine = "items.find { it.currency == 'PLN' }";
        await().atMost(LIMIT)
                .until(() -> Integer.valueOf(0).equals(ask(figures).jsonPath().get(mine + ".renewalsDue")));
        assertThat(ask(figures).jsonPath().getLong(mine + ".arrInForce.minor")).isEqualTo(300_00);
    }

    @Test
    void whatRenewsItselfIsDueInItsNextTermFromTheDayOnWhichThatBegins() throws SQLException {
        LocalDate end = today.plusDays(1);
        company.signs(renewingItself(contract(id, 1, "BGN", end.minusYears(1), end, null, null)));
        await().atMost(LIMIT).until(() -> count("forecast_snapshot where contract_id = '" + id + "'") == 1);

        ServiceDay.goOn(1);

        await().atMost(LIMIT).until(() -> count(outcome(end, "kept_minor = 30000 and not closed")) == 1);
        assertThat(count("forecast where open and contract_id = '%s' and renewal_on = '%s'"
                        .formatted(id, end.plusYears(1))))
                .isEqualTo(1);
    }

    @Test
    void whatStoodAheadForYearsBeforeAnUpgradeIsDecidedWithTheNextDay() throws SQLException {
        LocalDate first = today.minusDays(700);
        LocalDate end = first.plusYears(2);
        snapshot(id, today, first);
        company.signs(renewingItself(contract(id, 1, "XPF", first.minusYears(1), first, null, null)));
        await().atMost(LIMIT).until(() -> status(id) == 200);
        execute(
                "update forecast set renewal_on = '%1$s', body = replace(body, '%2$s', '%1$s') where contract_id = '%3$s'"
                        .formatted(first, end, id));

        ServiceDay.goOn(1);

        await().atMost(LIMIT).until(() -> count(outcome(first, "kept_minor = 30000 and closed")) == 1);
        assertThat(count("renewal_outcome where contract_id = '" + id + "'")).isEqualTo(1);
        assertThat(ask("/v1/contracts/" + id + "/forecast").jsonPath().getString("forecast.renewalOn"))
                .isEqualTo(end.toString());
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
        ServiceDay.goOn(1);
        String outcome = "renewal_outcome where contract_id = '" + id + "' and renewal_on = '%s' and %s";
        await().atMost(LIMIT).until(() -> count(outcome.formatted(first, "kept_minor = 30000")) == 1);
        await().atMost(LIMIT).until(() -> count("forecast_snapshot where contract_id = '" + id + "'") == 2);

        company.signs(contract(id, 3, "CZK", first.minusDays(30), today.minusDays(1), today, null));
        await().atMost(LIMIT).until(() -> status(id) == 404);
        ServiceDay.goOn(2);

        await().atMost(LIMIT).until(() -> count(outcome.formatted(second, "kept_minor = 0 and not began")) == 1);
        await().atMost(LIMIT).until(() -> count(outcome.formatted(first, "kept_minor = 0 and began")) == 1);
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

        ServiceDay.goOn(1);

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

            ServiceDay.goOn(1);

            String kept = "renewal_outcome where kept_minor = 30000 and began and contract_id = '" + id + "'";
            await().atMost(LIMIT).until(() -> count(kept) == 1);
            assertThat(ask("/v1/losses?from=" + today + "&until=" + today.plusDays(1))
                            .jsonPath()
                            .getList("items.findAll { it.contractId == '" + id + "' }"))
                    .isEmpty();
        }
    }

    @Test
    void aLossThatIsToldWrongAtFirstIsCountedOnceItIsMended() throws SQLException {
        LocalDate end = today.plusDays(60);
        LocalDate start = end.minusYears(1);
        company.signs(contract(id, 1, "RON", start, end, null, null));
        company.signs(contract(id + "-open", 1, "RON", start, end, null, null));
        await().atMost(LIMIT).until(() -> count("forecast_snapshot where contract_id like '" + id + "%'") == 2);
        company.signs(
                contract(id, 2, "RON", start, end, today, null, moved("new", start, 300), moved("end", today, -400)));
        await().atMost(LIMIT).until(() -> status(id) == 404 && count(refused()) == 1);
        ServiceDay.goOn(1);
        await().atMost(LIMIT).until(() -> count("memory_day where day = '" + today.plusDays(1) + "'") == 1);
        assertThat(count("renewal_outcome where contract_id = '" + id + "'")).isZero();

        company.signs(
                contract(id, 3, "RON", start, end, today, null, moved("new", start, 300), moved("end", today, -300)));
        await().atMost(LIMIT).until(() -> count(refused()) == 0);
        ServiceDay.goOn(2);

        String lost = "renewal_outcome where kept_minor = 0 and began and contract_id = '%s' and renewal_on = '%s'";
        await().atMost(LIMIT).until(() -> count(lost.formatted(id, end)) == 1);
    }

    @Test
    void whatWasForecastOfTheNextTermIsNotHeldAgainstOneThatWasRenewedEarly() throws SQLException {
        LocalDate due = LocalDate.of(2018, 12, 31);
        snapshot(id, due.minusDays(180), due);
        snapshot(id, due.minusDays(90), due.plusYears(1));
        snapshot(id, due.minusDays(60), due.plusYears(1));
        execute("""
                insert into renewal_outcome (contract_id, renewal_on, recorded_on, recorded_at, account_id, arr_minor,
                    currency, kept_minor, net_minor, closed, since)
                values ('%s', '%s', '2019-02-01', '2019-02-01T00:00:00Z', '%s', 100000, 'XPF', 100000, 100000, true, '2017-12-31')""".formatted(id, due, company.account));
        company.signs(contract(id, 1, "XPF", today.minusDays(1), today.plusYears(1), null, null));
        await().atMost(LIMIT).until(() -> status(id) == 200);

        Response accuracy = ask("/v1/accuracy?from=2018-12-01&until=2019-01-01");

        String horizons = "items.findAll { it.currency == 'XPF' && it.source == 'model' }.horizon";
        assertThat(accuracy.jsonPath().getList(horizons, Integer.class)).containsExactly(180);
    }

    private static void snapshot(String contractId, LocalDate day, LocalDate renewalOn) throws SQLException {
        execute("""
                insert into forecast_snapshot (day, contract_id, taken_at, rev, category, arr_minor, currency,
                    renews, body, inputs, renewal_on)
                values ('%2$s', '%1$s', '%2$sT00:10:00Z', 1, 'best-case', 100000, 'XPF', 900000,
                    '{"contracts": 0, "expands": 0}', '{}', '%3$s')""".formatted(contractId, day, renewalOn));
    }

    private String refused() {
        return "data_quality where code = 'balance-negative' and contract_id = '" + id + "'";
    }

    private static ContractMovement moved(String movement, LocalDate on, long units) {
        MovementKind kind = units < 0 ? MovementKind.CHURN : MovementKind.NEW;
        return new ContractMovement(movement, kind, on, new Money(units * 100, "RON"), "l1", null);
    }

    private ContractRecord contract(
            String contractId,
            long version,
            String currency,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable LocalDate closedOn,
            @Nullable String replaces,
            ContractMovement... movements) {
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
                List.of(movements),
                null,
                replaces);
    }

    private String outcome(LocalDate renewalOn, String that) {
        return "renewal_outcome where contract_id = '%s' and renewal_on = '%s' and %s".formatted(id, renewalOn, that);
    }

    private static ContractRecord renewingItself(ContractRecord c) {
        return new ContractRecord(
                c.contractId(),
                c.accountId(),
                c.version(),
                c.signedOn(),
                c.startsOn(),
                c.endsOn(),
                true,
                0,
                null,
                c.closedOn(),
                c.lines(),
                c.movements(),
                c.withdrawn(),
                c.replaces());
    }

    private static int status(String contractId) {
        return ask("/v1/contracts/" + contractId + "/forecast").statusCode();
    }

    private static Response ask(String path) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .urlEncodingEnabled(false)
                .get(path);
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
}

package io.playcaller.forecast;

import static io.playcaller.forecast.StoredRows.count;
import static io.playcaller.forecast.StoredRows.execute;
import static io.playcaller.forecast.StoredRows.migrate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class CreditComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SPLIT = """
            {"contractId": "%s", "kind": "expansion", "shares": [
              {"staffId": "amy", "role": "account-manager", "percent": 70}, {"staffId": "cleo", "role": "csm", "percent": 30}
            ]%s}""";

    private final Company company = new Company();
    private final String id = "c-" + UUID.randomUUID();

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void aSplitIsRegisteredBeforeTheRevenueMovesAndLaterByOperationsAlone() {
        company.isOwnedBy("account-manager", "abe");
        company.signs(company.contract(id, 1, 10_000, null, null));
        await().atMost(LIMIT)
                .until(() -> ask("/v1/contracts/" + id + "/forecast").statusCode() == 200);

        Response registered = register("lead", SPLIT.formatted(id, ""));
        company.signs(grown(2, 1_000_01));
        List<String> inTime = ledger(2);
        Response late = register("lead", SPLIT.formatted(id, ""));
        String wholly = """
                {"contractId": "%s", "kind": "expansion", "from": "%s", "reason": "agreed by mail",
                 "shares": [{"staffId": "abe", "role": "account-manager", "percent": 100}]}""";
        Response byOps = register("ops", wholly.formatted(id, company.today));

        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
        assertThat(registered.jsonPath().getString("policy")).isEqualTo("2026-1");
        assertThat(inTime).containsExactly("amy 70001 null", "cleo 30000 null");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.jsonPath().getString("field")).isEqualTo("/from");
        assertThat(byOps.statusCode()).as(byOps.asString()).isEqualTo(201);
        assertThat(ledger(5))
                .containsExactly(
                        "amy 70001 null", "cleo 30000 null", "amy -70001 1", "cleo -30000 2", "abe 100001 null");
        Response newest = ask("/v1/credits?order=newest&limit=2&contractId=" + id);
        assertThat(newest.jsonPath().getList("items.entry.number")).containsExactly(5, 4);
        assertThat(ask("/v1/credits?order=newest&limit=2&contractId=" + id + "&cursor="
                                + newest.jsonPath().getString("next"))
                        .jsonPath()
                        .getList("items.entry.number"))
                .containsExactly(3, 2);
        assertThat(ask("/v1/credits?order=oldest").jsonPath().getString("field"))
                .isEqualTo("order");
        assertThat(ask("/v1/credits.csv").asString())
                .contains(id + ",grown,5,expansion,")
                .contains("agreed by mail");
        Response mine = ask("/v1/credits.csv?order=newest&staffId=amy&limit=1&contractId=" + id);
        assertThat(mine.asString().lines().skip(1))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains(id, ",amy,", "-70001");
        assertThat(mine.header("Link")).contains("&staffId=amy&contractId=" + id + "&order=newest>");
    }

    @Test
    void whatThePolicyDoesNotAllowAndWhatIsUnknownIsRefused() {
        company.signs(company.contract(id, 1, 10_000, null, null));
        await().atMost(LIMIT)
                .until(() -> ask("/v1/contracts/" + id + "/forecast").statusCode() == 200);

        Response odd = register("lead", """
                {"contractId": "%s", "kind": "expansion", "shares": [
                  {"staffId": "amy", "role": "account-manager", "percent": 60}, {"staffId": "cleo", "role": "csm", "percent": 40}]}""".formatted(id));
        Response empty = register("lead", "{\"kind\": \"growth\"}");

        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(odd.jsonPath().getString("field")).isEqualTo("/shares");
        assertThat(empty.jsonPath().getList("errors.field")).containsExactly("/contractId", "/kind", "/shares");
        assertThat(register("lead", SPLIT.formatted("none", "")).statusCode()).isEqualTo(404);
        assertThat(register("viewer", SPLIT.formatted(id, "")).statusCode()).isEqualTo(403);
        assertThat(ask("/v1/credits/policies").jsonPath().getList("items.version"))
                .contains("2026-1");
    }

    @Test
    void aMovementOfAnAccountThatNobodyHasIsListedUntilSomebodyDoes() {
        company.signs(grown(1, 500_00));

        await().atMost(LIMIT)
                .until(() -> ask("/v1/credits/unassigned?limit=500").asString().contains(id));
        assertThat(ask("/v1/credits/unassigned.csv").asString()).contains(id + ",nobody holds account-manager on ");
        assertThat(ledger(0)).isEmpty();
    }

    @Test
    void whatWasCreditedOtherwiseBeforeTheUpgradeIsTakenBackWithIt() throws Exception {
        company.isOwnedBy("account-manager", "abe");
        await().atMost(LIMIT).until(() -> count("account_owner where account_id = '" + company.account + "'") == 1);
        company.signs(grown(1, 1_000_01));
        assertThat(ledger(1)).containsExactly("abe 100001 null");
        execute("""
                insert into credit_entry (contract_id, movement_id, number, staff_id, on_day, amount_minor, currency,
                    posted_at, body)
                select contract_id, 'twice', number, staff_id, on_day, amount_minor, currency, posted_at,
                    replace(body, '"grown"', '"twice"')
                from credit_entry where contract_id = '%s'""".formatted(id));

        migrate("V1_24__said_as_it_is_now.sql");

        assertThat(ledger(3)).containsExactly("abe 100001 null", "abe 100001 null", "abe -100001 1");
    }

    private ContractRecord grown(long version, long minor) {
        ContractRecord plain = company.contract(id, version, 10_000, null, null);
        return new ContractRecord(
                plain.contractId(),
                plain.accountId(),
                version,
                plain.signedOn(),
                plain.startsOn(),
                plain.endsOn(),
                false,
                60,
                null,
                null,
                plain.lines(),
                List.of(
                        new ContractMovement(
                                "signed", MovementKind.NEW, plain.startsOn(), new Money(10_000_00, "EUR"), null, null),
                        new ContractMovement(
                                "grown", MovementKind.EXPANSION, company.today, new Money(minor, "EUR"), null, null)),
                null);
    }

    private List<String> ledger(int entries) {
        return await().atMost(LIMIT).until(() -> entries(), found -> found.size() == entries);
    }

    private List<String> entries() {
        return ask("/v1/credits?contractId=" + id).jsonPath().<Map<String, ?>>getList("items.entry").stream()
                .map(entry -> {
                    var share = (Map<?, ?>) entry.get("share");
                    var amount = (Map<?, ?>) entry.get("amount");
                    return share.get("staffId") + " " + amount.get("minor") + " " + entry.get("reverses");
                })
                .toList();
    }

    private static Response register(String role, String body) {
        return given().header("Authorization", TestTokens.bearer(role + "@playcaller.test", role))
                .contentType("application/json")
                .body(body)
                .post("/v1/credits");
    }

    private static Response ask(String path) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .urlEncodingEnabled(false)
                .get(path);
    }
}

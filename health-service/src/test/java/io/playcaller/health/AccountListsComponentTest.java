package io.playcaller.health;

import static io.playcaller.health.HealthHttp.awaitFolded;
import static io.playcaller.health.HealthHttp.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MergeLink;
import io.playcaller.contracts.register.Owner;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lists and sums show of accounts. Each test has a portfolio of its own: the accounts of one CSM. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class AccountListsComponentTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final LogWriter log = new LogWriter();
    private final String csm = "csm-" + UUID.randomUUID();
    private final String acme = "acme-" + UUID.randomUUID();
    private final String globex = "globex-" + UUID.randomUUID();

    @BeforeEach
    void timeHasBegun() {
        log.tick(LogTime.advance(Duration.ofSeconds(10)));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anAccountThatWasMergedIntoAnotherIsListedOnlyWhenAskedForAndSaysWhereItWent() {
        customer(acme, 9, 1_000_000);
        customer(globex, 9, 2_000_000);
        awaitListed("", acme, globex);

        register(acme, 2, new MergeLink(globex, LogTime.now(), null));

        awaitListed("", globex);
        awaitListed("&merged=include", acme, globex);
        list("&merged=only")
                .body("items.accountId", contains(acme))
                .body("items[0].mergedInto.accountId", equalTo(globex))
                .body("items[0].mergedInto.since", notNullValue());
        get("/v1/accounts/" + acme + "/health").body("mergedInto.accountId", equalTo(globex));
        get("/v1/accounts/" + globex + "/health").body("mergedFrom", contains(acme));
    }

    @Test
    void whatIsMergedIsSummedApart() {
        customer(acme, 9, 1_000_000);
        customer(globex, 9, 2_000_000);
        register(acme, 2, new MergeLink(globex, LogTime.now(), null));
        awaitListed("&merged=only", acme);
        awaitListed("&scored=yes", globex);

        get("/v1/accounts/totals?owner=" + csm)
                .statusCode(200)
                .body("all.accounts", equalTo(1))
                .body("all.arr.minor", contains(2_000_000))
                .body("all.arr.currency", contains("EUR"))
                .body("merged.accounts", equalTo(1))
                .body("merged.arr.minor", contains(1_000_000));
    }

    @Test
    void anAccountWhoseMergeWasUndoneIsListedAgain() {
        customer(acme, 9, null);
        awaitListed("", acme);
        Instant since = LogTime.now();
        register(acme, 2, new MergeLink(globex, since, null));
        awaitListed("");

        register(acme, 3, new MergeLink(globex, since, since.plusSeconds(1)));

        awaitListed("", acme);
        get("/v1/accounts/" + acme + "/health").body("mergedInto", nullValue());
    }

    @Test
    void whoHasNoScoreComesLastWithTheReason() {
        customer(acme, 9, null);
        register(globex, 1, null);
        owned(globex);
        String sick = "sick-" + UUID.randomUUID();
        owned(sick);
        Instant never = Instant.parse("+300000000-01-01T00:00:00Z");
        log.live(sick, LogTime.now(), new MilestoneChanged(sick, "kickoff", never, null, null));

        await().atMost(LIMIT)
                .untilAsserted(() -> list("&sort=-score")
                        .body("items[0].accountId", equalTo(acme))
                        .body("items[0].noScore", nullValue())
                        .body("items.accountId", containsInAnyOrder(acme, globex, sick))
                        .body("items.find { it.accountId == '%s' }.noScore".formatted(globex), equalTo("no-inputs"))
                        .body("items.find { it.accountId == '%s' }.noScore".formatted(sick), equalTo("quarantined")));
        list("&noScore=quarantined").body("items.accountId", contains(sick));
        list("&scored=yes").body("items.accountId", contains(acme));
        list("&scored=no").body("items.accountId", containsInAnyOrder(globex, sick));
        get("/v1/accounts/" + globex + "/health")
                .statusCode(200)
                .body("accountId", equalTo(globex))
                .body("noScore", equalTo("no-inputs"))
                .body("score", nullValue());
    }

    @Test
    void filtersMustAllHold() {
        customer(acme, 2, 6_000_000);
        customer(globex, 9, 1_000_000);
        awaitFolded(log);
        awaitListed("&scored=yes", acme, globex);
        awaitListed("&reason=sen.nps_detractor", acme);

        list("&tier=mid-market").body("items.accountId", contains(acme));
        list("&tier=mid-market&grade=A").body("items.accountId", equalTo(List.of()));
        list("&stage=lost").body("items.accountId", equalTo(List.of()));
        list("&minConfidence=100").body("items.accountId", equalTo(List.of()));
        list("&maxConfidence=99").body("items.accountId", containsInAnyOrder(acme, globex));
        list("&changedSince=" + LogTime.now().plusSeconds(3600)).body("items.accountId", equalTo(List.of()));
        list("&changedSince=" + LogTime.now().minusSeconds(3600))
                .body("items.accountId", containsInAnyOrder(acme, globex));
    }

    @Test
    void whoOwnedItOnceIsNoOwner() {
        customer(acme, 9, null);
        awaitListed("", acme);
        LocalDate from = LocalDate.parse("2025-01-01");
        log.live(
                acme,
                LogTime.now(),
                new OwnersRecord(acme, 2, List.of(new Owner("csm", csm, from, LocalDate.parse("2025-06-01")))));

        awaitListed("");
        get("/v1/accounts/" + acme + "/health").statusCode(200);
    }

    @Test
    void pagesShowEachAccountOnceAlsoWhereScoresEnd() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            customer(acme + i, 5 + i, null);
            register(globex + i, 1, null);
            owned(globex + i);
            all.addAll(List.of(acme + i, globex + i));
        }
        awaitFolded(log);
        awaitListed("", all.toArray(String[]::new));
        awaitListed("&scored=yes", acme + 0, acme + 1, acme + 2);
        List<String> whole = list("&sort=-score").extract().path("items.accountId");

        List<String> inParts = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = list("&sort=-score&limit=1&cursor=" + next).extract();
            inParts.addAll(page.path("items.accountId"));
            next = page.path("next");
        }

        assertThat(inParts).isEqualTo(whole);
    }

    @Test
    void aWrongParameterIsAnsweredWithWhatItMayBe() {
        refused("tier=gold", "tier", "one of enterprise, mid-market, pooled, tech-touch");
        refused("stage=new", "stage", "one of adoption, lost, onboarding, renewal, value");
        refused("reason=bored", "reason", "the code of a reason");
        refused("minConfidence=0.6", "minConfidence", "a whole number from 0 to 100");
        refused("maxConfidence=101", "maxConfidence", "a whole number from 0 to 100");
        refused("changedSince=monday", "changedSince", "RFC 3339");
        refused("merged=yes", "merged", "one of exclude, include, only");
        refused("noScore=lazy", "noScore", "one of collecting, no-inputs, quarantined");
        refused("productGrade=F&product=suite", "productGrade", "one of A, B, C, D, E");
        refused("productGrade=A", "product", "the id of the product");
        refused("owner=%00", "owner", "without U+0000");
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        customer(acme, 9, null);
        customer(globex, 9, null);
        awaitFolded(log);
        awaitListed("", acme, globex);
        String next = list("&sort=score&limit=1").extract().path("next");

        list("&sort=arr&limit=1&cursor=" + next).statusCode(400).body("field", equalTo("cursor"));
    }

    private static void refused(String parameter, String field, String expected) {
        get("/v1/accounts?" + parameter)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field))
                .body("expected", containsString(expected));
        get("/v1/accounts/totals?" + parameter).statusCode(400).body("field", equalTo(field));
    }

    /** An owned account with one answer to one survey, and a contract where there is an ARR. */
    private void customer(String id, int nps, @Nullable Integer arrMinor) {
        register(id, 1, null);
        owned(id);
        Instant now = LogTime.now();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        if (arrMinor != null) {
            Money arr = new Money(arrMinor, "EUR");
            LocalDate from = today.minusDays(60);
            LocalDate to = today.plusDays(305);
            ContractLine line = new ContractLine("l1", "suite", arr, 10, from, to);
            log.live(
                    id,
                    now,
                    new ContractRecord(
                            "c-" + id, id, 1, from, from, to, true, 30, null, null, List.of(line), List.of(), null));
        }
        log.live(id, now, new UsageRecorded(id, "login", "reports", null, "ann", 1, true));
        log.live(id, now, new SurveyAnswered(id, SurveyKind.NPS, nps, "ann", null));
    }

    private void owned(String id) {
        Owner owner = new Owner("csm", csm, LocalDate.parse("2025-01-01"), null);
        log.live(id, LogTime.now(), new OwnersRecord(id, 1, List.of(owner)));
    }

    private void register(String id, long version, @Nullable MergeLink merge) {
        log.live(
                id,
                LogTime.now(),
                new AccountRecord(id, version, "Company " + id, null, null, null, null, false, List.of(), merge));
    }

    private void awaitListed(String filter, String... ids) {
        await().atMost(LIMIT)
                .untilAsserted(() -> list(filter).body("items.accountId", containsInAnyOrder((Object[]) ids)));
    }

    private ValidatableResponse list(String filter) {
        return get("/v1/accounts?owner=" + csm + filter);
    }
}

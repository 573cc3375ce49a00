package io.playcaller.health;

import static io.playcaller.health.HealthHttp.awaitFolded;
import static io.playcaller.health.HealthHttp.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.contracts.health.ProfileAspect;
import io.playcaller.contracts.health.ProfileChanged;
import io.playcaller.contracts.health.ProfileMove;
import io.playcaller.contracts.health.ProfileRule;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where accounts stand on their way. Each test has a portfolio of its own: the accounts of one CSM. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class FunnelComponentTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Beyond the 36 days after which onboarding of a small customer is stalled, within the 90 of a larger one. */
    private static final int DAYS = 40;

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
    void whoWaitsForAMilestoneIsCountedWithWhatItIsWorthHowLongAndWhy() {
        waiting(acme, 3_000_000);
        waiting(globex, 1_000_000);

        awaitFolded(log);
        funnel("")
                .body("steps", hasSize(1))
                .body("steps[0].accounts", equalTo(2))
                .body("steps[0].stage", equalTo("onboarding"))
                .body("steps[0].owner", equalTo("onboarding"))
                .body("steps[0].waitsFor", equalTo("kickoff"))
                .body("steps[0].arr.minor", contains(4_000_000))
                .body("steps[0].arr.currency", contains("EUR"))
                .body("steps[0].waiting.median", equalTo(DAYS))
                .body("steps[0].waiting.p90", equalTo(DAYS))
                .body("steps[0].beyondTarget", equalTo(1))
                .body("steps[0].stalled", equalTo(1))
                .body("steps[0].stallReason", equalTo("onb.stalled"));
        funnel("&segment=mid-market").body("steps[0].accounts", equalTo(1)).body("steps[0].stalled", equalTo(0));
        funnel("&tier=enterprise").body("steps", equalTo(List.of()));
    }

    @Test
    void whoReachedTheMilestoneWaitsForTheNext() {
        waiting(acme, 3_000_000);
        log.live(acme, LogTime.now(), new MilestoneChanged(acme, "kickoff", null, LogTime.now(), null));

        await().atMost(LIMIT).untilAsserted(() -> funnel("").body("steps.waitsFor", contains("first-value")));
        funnel("").body("steps[0].waiting.median", equalTo(0));
    }

    @Test
    void whoIsLostAndStillPaysIsNotYetInTheFunnelOfTheLost() {
        waiting(acme, 3_000_000);
        await().atMost(LIMIT).untilAsserted(() -> funnel("").body("steps.waitsFor", contains("kickoff")));
        LocalDate nextYear = day(LogTime.now()).plusYears(1);
        contract(acme, 2, 4_000_000, nextYear, LogTime.now());

        await().atMost(LIMIT).untilAsserted(() -> funnel("").body("steps[0].arr.minor", contains(4_000_000)));
        funnel("").body("steps.stage", contains("onboarding"));
    }

    @Test
    void whoLeftIsInTheFunnelOfTheLostAndWaitsForNothing() {
        waiting(acme, 3_000_000);
        contract(acme, 2, 3_000_000, LogTime.now());

        await().atMost(LIMIT).untilAsserted(() -> funnel("").body("steps.stage", contains("lost")));
        funnel("")
                .body("steps[0].waitsFor", nullValue())
                .body("steps[0].arr", equalTo(List.of()))
                .body("steps[0].stallReason", nullValue());
    }

    @Test
    void aMoveToAnotherStageIsToldWithItsReason() {
        waiting(acme, 3_000_000);
        contract(acme, 2, 3_000_000, LogTime.now());

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(moves())
                        .filteredOn(move -> move.aspect() == ProfileAspect.STAGE)
                        .extracting(ProfileMove::to, ProfileMove::rule)
                        .endsWith(tuple("lost", ProfileRule.CONTRACT_ENDED)));
    }

    private List<ProfileMove> moves() {
        return log.topics().readAll(LogWriter.topic("profile-changes")).stream()
                .filter(record -> acme.equals(record.key()))
                .map(record -> (ProfileChanged) EventCodec.read(record.headers(), record.value())
                        .orElseThrow()
                        .data())
                .flatMap(change -> change.moves().stream())
                .toList();
    }

    /** A customer whose kickoff was planned and has not come. */
    private void waiting(String id, int arrMinor) {
        Owner owner = new Owner("csm", csm, LocalDate.parse("2025-01-01"), null);
        log.live(id, LogTime.now(), new OwnersRecord(id, 1, List.of(owner)));
        contract(id, 1, arrMinor, null);
        log.live(id, LogTime.now().minusSeconds(60), new MilestoneChanged(id, "kickoff", LogTime.now(), null, null));
    }

    /** Paid for a year, or until the day on which it was closed. */
    private void contract(String id, long version, int arrMinor, @Nullable Instant closedAt) {
        LocalDate year = day(LogTime.now()).minusDays(DAYS).plusYears(1);
        contract(id, version, arrMinor, closedAt == null ? year : day(closedAt), closedAt);
    }

    private void contract(String id, long version, int arrMinor, LocalDate to, @Nullable Instant closedAt) {
        LocalDate from = day(LogTime.now()).minusDays(DAYS);
        ContractLine line = new ContractLine("l1", "suite", new Money(arrMinor, "EUR"), 10, from, to);
        LocalDate closedOn = closedAt == null ? null : day(closedAt);
        log.live(
                id,
                LogTime.now(),
                new ContractRecord(
                        "c-" + id,
                        id,
                        version,
                        from,
                        from,
                        to,
                        false,
                        30,
                        null,
                        closedOn,
                        List.of(line),
                        List.of(),
                        null));
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private ValidatableResponse funnel(String filter) {
        return get("/v1/funnel?owner=" + csm + filter).statusCode(200);
    }
}

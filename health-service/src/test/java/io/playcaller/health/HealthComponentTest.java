package io.playcaller.health;

import static io.playcaller.health.HealthHttp.awaitFolded;
import static io.playcaller.health.HealthHttp.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.BackfillStarted;
import io.playcaller.contracts.fact.ContentUse;
import io.playcaller.contracts.fact.ContentUsed;
import io.playcaller.contracts.fact.CorrectionReason;
import io.playcaller.contracts.fact.FactRetracted;
import io.playcaller.contracts.fact.FeedbackGiven;
import io.playcaller.contracts.fact.FeedbackSeverity;
import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From facts on the log to scores and signals on Kafka and over HTTP. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class HealthComponentTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Inject
    Pool pool;

    private final LogWriter log = new LogWriter();
    private final String account = "acme-" + UUID.randomUUID();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anUnhappyAnswerOpensASignalThatNamesItsReasonAndWhatIsAtStake() {
        aCustomerOfTwoMonths();

        log.live(account, LogTime.now(), new SurveyAnswered(account, SurveyKind.NPS, 2, "ann", null));

        SignalChanged signal = signal(Reason.SEN_NPS_DETRACTOR);
        assertThat(signal.state()).isEqualTo(SignalState.OPENED);
        assertThat(signal.transition()).isEqualTo(1);
        assertThat(signal.valueAtRisk()).isEqualTo(new Money(6_000_000, "EUR"));
        assertThat(signal.account()).isNotNull();
        assertThat(signal.account().name()).isEqualTo("Company " + account);
        assertThat(signal.account().profile().tier()).isEqualTo("mid-market");
        assertThat(signal.evidence()).isNotEmpty();
    }

    @Test
    void everyChangeOfAScoreIsTheSumOfItsContributions() {
        aCustomerOfTwoMonths();
        log.live(account, LogTime.now(), new SurveyAnswered(account, SurveyKind.NPS, 2, "ann", null));
        awaitTold();

        List<HealthChanged> changes = changes();

        assertThat(changes).hasSizeGreaterThan(1).allSatisfy(change -> {
            long before = change.previousScore() == null ? 0 : change.previousScore();
            assertThat(change.contributions().stream()
                            .mapToLong(Contribution::points)
                            .sum())
                    .isEqualTo(change.score() - before);
        });
    }

    @Test
    void whatSaysNothingOfHealthIsPassedOver() {
        aCustomerOfTwoMonths();
        log.live(account, LogTime.now(), new SurveyAnswered(account, SurveyKind.NPS, 9, "ann", null));
        awaitTold();
        int before = changes().size();

        log.live(account, LogTime.now(), new ContentUsed(account, "guide/1", ContentUse.DONE, "ann", null));
        log.live(
                account,
                LogTime.now(),
                new FeedbackGiven(account, "f-1", "exports", FeedbackSeverity.BLOCKING, "ann", null));

        awaitTold();
        assertThat(changes()).hasSize(before);
        get("/v1/accounts/" + account + "/health").statusCode(200);
        Instant later = LogTime.advance(Duration.ofSeconds(10));
        log.tick(later);
        log.live(account, later, new SurveyAnswered(account, SurveyKind.NPS, 2, "bob", null));
        assertThat(signal(Reason.SEN_NPS_DETRACTOR).state()).isEqualTo(SignalState.OPENED);
    }

    @Test
    void anAnswerThatIsTakenBackTakesItsSignalAndItsPointsWithIt() {
        aCustomerOfTwoMonths();
        Instant now = LogTime.now();
        Instant before = now.minus(Duration.ofHours(1));
        log.live(account, before, new SurveyAnswered(account, SurveyKind.NPS, 9, "ann", null));
        awaitTold();
        long score = changes().get(changes().size() - 1).score();
        String id = "mistaken-" + account;
        log.fact(id, account, now, FactOrigin.LIVE, new SurveyAnswered(account, SurveyKind.NPS, 1, "bob", null));

        log.live(
                account,
                now,
                new FactRetracted(
                        account,
                        LogWriter.SOURCE,
                        id,
                        EventType.SURVEY_ANSWERED.wire(),
                        CorrectionReason.MISTAKE,
                        null));

        awaitTold();
        assertThat(signals().stream()
                        .filter(signal -> signal.reason() == Reason.SEN_NPS_DETRACTOR)
                        .map(SignalChanged::state))
                .containsExactly(SignalState.OPENED, SignalState.RETRACTED);
        assertThat(changes().get(changes().size() - 1).score()).isEqualTo(score);
    }

    @Test
    void anImportOpensNothingUntilItEndsAndThenSaysOnceWhatIsBadNow() {
        Instant now = LogTime.advance(Duration.ofSeconds(10));
        String run = "run-" + account;
        log.broadcast(now, new BackfillStarted(run, LogWriter.SOURCE));
        aCustomerOfTwoMonths();
        log.baseline(
                account, now.minus(Duration.ofDays(3)), new SurveyAnswered(account, SurveyKind.NPS, 1, "ann", null));
        awaitTold();
        assertThat(changes()).isNotEmpty();
        assertThat(signals()).isEmpty();

        log.broadcast(now, new BackfillEnded(run, LogWriter.SOURCE));

        assertThat(signal(Reason.SEN_NPS_DETRACTOR).origin()).isEqualTo(SignalOrigin.BACKFILL);
        log.broadcast(now, new BackfillEnded(run, LogWriter.SOURCE));
        log.live(account, LogTime.now(), new SurveyAnswered(account, SurveyKind.NPS, 2, "bob", null));
        awaitTold();
        assertThat(signals())
                .filteredOn(it -> it.reason() == Reason.SEN_NPS_DETRACTOR && it.state() == SignalState.OPENED)
                .hasSize(1);
    }

    @Test
    void theAnswersOverHttpAreWhatWasAnnounced() {
        aCustomerOfTwoMonths();
        log.live(account, LogTime.now(), new SurveyAnswered(account, SurveyKind.NPS, 2, "ann", null));
        awaitTold();
        SignalChanged signal = signal(Reason.SEN_NPS_DETRACTOR);
        List<HealthChanged> changes = changes();
        HealthChanged newest = changes.get(changes.size() - 1);

        get("/v1/accounts/" + account + "/health")
                .statusCode(200)
                .body("accountId", equalTo(account))
                .body("name", equalTo("Company " + account))
                .body("score", equalTo((int) newest.score()))
                .body("grade", equalTo(newest.grade().name()))
                .body("products.productId", equalTo(List.of("suite")))
                .body("products[0].grade", equalTo("A"))
                .body("openSignals.episodeId", hasItem(signal.episodeId().toString()))
                .body("history[0].score", equalTo((int) newest.score()))
                .body("history[0].products.productId", equalTo(List.of("suite")))
                .body("history.size()", equalTo(Math.min(30, changes.size())));
        get("/v1/accounts/" + account + "/history?limit=500").body("items.size()", equalTo(changes.size()));
        get("/v1/accounts/" + account + "/signals").body("items.reason", hasItem("sen.nps_detractor"));
        get("/v1/signals?state=open&limit=500")
                .body("items.episodeId", hasItem(signal.episodeId().toString()));
        get("/v1/accounts?limit=500&segment=mid-market").body("items.accountId", hasItem(account));
        get("/v1/accounts?limit=500&product=suite&productGrade=A")
                .body("items.find { it.accountId == '%s' }.products.productId".formatted(account), hasItem("suite"));
        get("/v1/accounts?limit=500&product=suite").body("items.accountId", hasItem(account));
        get("/v1/accounts?limit=500&product=suite&productGrade=E").body("items.accountId", not(hasItem(account)));
        get("/v1/accounts?limit=500&product=uit").body("items.accountId", not(hasItem(account)));
        get("/v1/accounts/totals?product=suite").statusCode(200);
        get("/v1/funnel?product=suite").statusCode(200);
        get("/v1/accounts?limit=500&segment=smb").body("items.accountId", not(hasItem(account)));
        get("/v1/checkpoints")
                .body("items.size()", equalTo(LogWriter.PARTITIONS))
                .body("items[0].logTime", notNullValue());
    }

    @Test
    void theAnswersSayFromWhereToWhereAMeasureMovedAndByWhichFact() {
        aCustomerOfTwoMonths();
        Instant now = LogTime.now();
        log.live(account, now.minus(Duration.ofHours(1)), new SurveyAnswered(account, SurveyKind.NPS, 9, "ann", null));
        awaitFolded(log);
        String id = "bad-" + account;
        log.fact(id, account, now, FactOrigin.LIVE, new SurveyAnswered(account, SurveyKind.NPS, 2, "bob", null));
        signal(Reason.SEN_NPS_DETRACTOR);

        int score = get("/v1/accounts/" + account + "/health").extract().path("score");
        for (String change : List.of("", "history[0].")) {
            String nps = change + "contributions.find { it.measure == 'nps' }";
            get("/v1/accounts/" + account + "/health")
                    .body(nps + ".before.value", equalTo(9000))
                    .body(nps + ".after.value", equalTo(2000))
                    .body(nps + ".unit", equalTo("points"))
                    .body(nps + ".evidence.id", equalTo(id))
                    .body(nps + ".evidence.source", equalTo(LogWriter.SOURCE))
                    .body(nps + ".sentence", startsWith("The newest NPS answer is 2 of 10, 9 points on "))
                    .body(change + "dimensions.points.sum()", equalTo(score));
        }
        get("/v1/accounts/" + account + "/health").body("fact.id", equalTo(id));
        get("/v1/accounts/" + account + "/history?limit=1")
                .body("items[0].contributions.sentence", everyItem(containsString("; confidence ")));
    }

    @Test
    void whatTheDatabaseCannotHoldStopsNobody() {
        Instant now = LogTime.advance(Duration.ofSeconds(10));
        log.live(account, now, new AccountRecord(account, 1, "Nul\0Corp", null, null, null, null, false, List.of()));
        log.live(account + "\0", now, new UsageRecorded(account, "open", "a\0b", null, "ann", 1, true));
        log.live(account, now, new UsageRecorded(account, "open", "a\0b", null, "ann", 1, true));
        log.live(
                account,
                now,
                new MilestoneChanged(account, "moon", Instant.parse("+900000-01-01T00:00:00Z"), null, null));
        log.tick(now);

        log.live(account, now, new SurveyAnswered(account, SurveyKind.NPS, 2, "ann", null));
        awaitFolded(log);

        assertThat(signal(Reason.SEN_NPS_DETRACTOR).account().name()).isEqualTo("Nul\0Corp");
        get("/v1/accounts/" + account + "/health").statusCode(200).body("name", equalTo("Nul\uFFFDCorp"));
    }

    @Test
    void listsGoOnWhereTheyEnded() {
        for (int i = 0; i < 5; i++) {
            aCustomerOfTwoMonths(account + "-" + i);
        }
        awaitFolded(log);
        List<String> whole = listed(500);

        List<String> inParts = listed(2);

        assertThat(inParts).hasSizeGreaterThanOrEqualTo(5).isEqualTo(whole);
    }

    private static List<String> listed(int atATime) {
        List<String> accounts = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = get("/v1/accounts?scored=yes&sort=-score&limit=" + atATime + "&cursor=" + cursor)
                    .extract();
            accounts.addAll(page.path("items.accountId"));
            cursor = page.path("next");
        }
        return accounts;
    }

    @Test
    void aWrongParameterIsAnsweredWithTheFieldWhatWasExpectedAndWhatCame() {
        get("/v1/accounts?sort=name")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("sort"))
                .body("expected", equalTo("one of -arr, -score, arr, score"))
                .body("actual", equalTo("name"));
        get("/v1/accounts?limit=0").statusCode(400).body("field", equalTo("limit"));
        get("/v1/accounts?cursor=nonsense").statusCode(400).body("field", equalTo("cursor"));
        get("/v1/accounts/" + account + "/history?from=yesterday")
                .statusCode(400)
                .body("field", equalTo("from"));
        get("/v1/accounts/nobody/health").statusCode(404);
    }

    @Test
    void theServiceSaysThatItIsReady() {
        await().atMost(LIMIT)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        given().get("/q/metrics").then().statusCode(200).body(containsString("health_log_clock_lag"));
    }

    private void aCustomerOfTwoMonths() {
        aCustomerOfTwoMonths(account);
    }

    private void aCustomerOfTwoMonths(String id) {
        Instant now = LogTime.advance(Duration.ofSeconds(10));
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        Instant start = now.minus(Duration.ofDays(60));
        log.baseline(id, start, new AccountRecord(id, 1, "Company " + id, null, null, null, null, false, List.of()));
        ContractLine line = new ContractLine(
                "l1", "suite", new Money(6_000_000, "EUR"), 10, today.minusDays(60), today.plusDays(305));
        log.baseline(
                id,
                start,
                new ContractRecord(
                        "c-" + id,
                        id,
                        1,
                        today.minusDays(61),
                        today.minusDays(60),
                        today.plusDays(305),
                        true,
                        30,
                        null,
                        null,
                        List.of(line),
                        List.of(),
                        null));
        for (int day = 30; day > 0; day--) {
            Instant at = now.minus(Duration.ofDays(day));
            log.baseline(id, at, new UsageRecorded(id, "report", "reports", "suite", "ann", 3, true));
            log.baseline(id, at, new UsageRecorded(id, "export", "exports", "suite", "bob", 1, true));
        }
        log.tick(now);
    }

    private SignalChanged signal(Reason reason) {
        ConsumerRecord<String, byte[]> record = log.topics()
                .readUntilOne(
                        LogWriter.topic("signals"),
                        LIMIT,
                        it -> account.equals(it.key())
                                && ((SignalChanged) event(it).data()).reason() == reason);
        return (SignalChanged) event(record).data();
    }

    /** Until everything that was written is folded, and Kafka has all that came of it for the account. */
    private void awaitTold() {
        awaitFolded(log);
        await().atMost(LIMIT)
                .until(() -> pool.preparedQuery("select 1 from outbox where key = $1")
                                .executeAndAwait(Tuple.of(account))
                                .size()
                        == 0);
    }

    private List<SignalChanged> signals() {
        return told("signals", SignalChanged.class);
    }

    private List<HealthChanged> changes() {
        return told("health-changes", HealthChanged.class);
    }

    /** What was told of the account; that a relay which was held up told again stands once. */
    private <T> List<T> told(String topic, Class<T> type) {
        Map<String, T> byId = new LinkedHashMap<>();
        log.topics().readAll(LogWriter.topic(topic)).stream()
                .filter(record -> account.equals(record.key()))
                .map(HealthComponentTest::event)
                .forEach(event -> byId.putIfAbsent(event.envelope().id(), type.cast(event.data())));
        return List.copyOf(byId.values());
    }

    private static Event<?> event(ConsumerRecord<String, byte[]> record) {
        return EventCodec.read(record.headers(), record.value()).orElseThrow();
    }
}

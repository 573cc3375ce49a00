package io.playcaller.forecast;

import static io.playcaller.forecast.StoredRows.count;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.contracts.register.Reference;
import io.playcaller.contracts.register.ReferenceKind;
import io.playcaller.contracts.register.ReferencesRecord;
import io.playcaller.contracts.work.AccountAfter;
import io.playcaller.contracts.work.Arm;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.contracts.work.PlayLookedBack;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What others said of how things ended, and what is said of what worked. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class OutcomeComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Company company = new Company();
    private final Company other = new Company();
    private final Company third = new Company();
    private final String id = "c-" + UUID.randomUUID();
    private final String play = "play-" + UUID.randomUUID();
    private final String text = "text-" + UUID.randomUUID();

    @AfterEach
    void close() {
        company.close();
        other.close();
        third.close();
    }

    @Test
    void looksBecomeALiftThatSaysWhenItIsTooEarly() {
        company.looksBack(look(company, Arm.TREATED, List.of()));
        other.looksBack(look(other, Arm.HOLDOUT, List.of(Reason.USAGE_DROP)));

        Map<String, Object> recovered = await().atMost(LIMIT)
                .until(
                        () -> ask("/v1/lift").jsonPath().<Map<String, Object>>getList(row("recovered")),
                        rows -> rows.size() == 1
                                && Integer.valueOf(1).equals(rows.get(0).get("holdout"))
                                && Integer.valueOf(1).equals(rows.get(0).get("treated")))
                .get(0);

        assertThat(recovered).containsEntry("says", "too-few");
        assertThat(recovered.get("low")).isNull();
        assertThat(ask("/v1/lift").jsonPath().getString("definitions.interval")).contains("every look");
        assertThat(ask("/v1/lift").jsonPath().getString("definitions.looks")).contains("after the run began");
        assertThat(ask("/v1/lift?by=reason").jsonPath().getList(row("recovered") + ".reason"))
                .containsExactly("usage.drop");
        assertThat(ask("/v1/lift?by=week").jsonPath().getString("field")).isEqualTo("by");
    }

    @Test
    void aRunWithoutALotAndASecondRunAreInNoLift() {
        PlayLookedBack second = look(third, Arm.TREATED, List.of());
        third.ended(first(second));
        third.looksBack(second);
        company.looksBack(look(company, Arm.TREATED, null, List.of()));
        other.looksBack(look(other, Arm.HOLDOUT, List.of(Reason.USAGE_DROP)));

        Map<String, Object> recovered = await().atMost(LIMIT)
                .until(
                        () -> told() < 4
                                ? List.<Map<String, Object>>of()
                                : ask("/v1/lift").jsonPath().<Map<String, Object>>getList(row("recovered")),
                        rows -> rows.size() == 1)
                .get(0);

        assertThat(recovered).containsEntry("holdout", 1).containsEntry("treated", 0);
    }

    @Test
    void theReviewOfAPlayIsProposedAndDecidedByPeople() {
        company.looksBack(look(company, Arm.TREATED, List.of()));
        await().atMost(LIMIT)
                .until(() ->
                        !ask("/v1/programme").jsonPath().getList(itemOf(play)).isEmpty());
        String quarter = ask("/v1/programme").jsonPath().getString("quarter");
        String decisions = "/v1/programme/" + quarter + "/plays/" + play + "/decisions";

        Response refused = decide(decisions, "{\"decision\": \"love\"}");
        Response decided = decide(decisions, "{\"decision\": \"keep\", \"reason\": \"customers ask for it\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("errors.field")).containsExactly("/decision", "/reason");
        assertThat(decided.statusCode()).isEqualTo(200);
        Map<String, Object> item = ask("/v1/programme")
                .jsonPath()
                .<Map<String, Object>>getList(itemOf(play))
                .get(0);
        assertThat(item).containsEntry("proposal", "collect");
        assertThat(item.get("decision").toString()).contains("customers ask for it", "lead@playcaller.test");
        assertThat(decide(decisions.replace(play, "none"), "{\"decision\": \"keep\", \"reason\": \"so\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void contentOfARunIsReviewedAndDecidedLikeAPlay() {
        company.looksBack(look(company, Arm.TREATED, List.of()));
        other.looksBack(look(other, Arm.HOLDOUT, List.of(Reason.USAGE_DROP)));
        await().atMost(LIMIT)
                .until(() -> !ask("/v1/programme")
                        .jsonPath()
                        .getList("content.findAll { it.content == '" + text + "' && it.lift?.holdout == 1 }")
                        .isEmpty());

        JsonPath review = contentReview();
        assertThat(review.getString("proposal")).isEqualTo("collect");
        assertThat(review.getList("plays")).containsExactly(play);
        assertThat(review.getInt("lift.treated")).isEqualTo(1);
        assertThat(review.getString("lift.says")).isEqualTo("too-few");

        String quarter = ask("/v1/programme").jsonPath().getString("quarter");
        String decisions = "/v1/programme/" + quarter + "/content/" + text + "/decisions";
        assertThat(decide(decisions, "{\"decision\": \"rethink\", \"reason\": \"nobody reads it\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(contentReview().getString("decision.reason")).isEqualTo("nobody reads it");
        assertThat(decide(decisions.replace(text, "none"), "{\"decision\": \"keep\", \"reason\": \"so\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aContractThatWasAtRiskAndEndedIsLostAndDueForReview() throws SQLException {
        LocalDate ended = company.today.minusDays(3);
        company.signals(UUID.randomUUID(), 1, SignalState.OPENED, Reason.USAGE_DROP, Severity.HIGH);
        await().atMost(LIMIT).until(this::riskIsKnown);
        riskOpenedBefore(ended.minusDays(20));
        company.signs(ended(ended));
        String period = "?from=" + ended + "&until=" + company.today;

        Map<String, Object> lost = await().atMost(LIMIT)
                .until(() -> cases(period), cases -> !cases.isEmpty())
                .get(0);
        assertThat(lost).containsEntry("fate", "lost");
        assertThat(loss(period).getString("state")).isEqualTo("due");

        company.reviews(
                new LossReviewRecord(id, company.account, 1, company.today, Reason.REL_SPONSOR_LEFT, true, "staff-1"));

        await().atMost(LIMIT).until(() -> "reviewed".equals(loss(period).getString("state")));
        assertThat(loss(period).getString("reason")).isEqualTo("rel.sponsor_left");
        assertThat(loss(period).getBoolean("avoidable")).isTrue();
        assertThat(ask("/v1/losses/reasons" + period).jsonPath().getList("items.collect { it.by + ' ' + it.reason }"))
                .contains("cause rel.sponsor_left", "risk usage.drop");
    }

    @Test
    void adoptionIsThatOfCustomersAlone() throws SQLException {
        company.signs(company.contract(id, 1, 4_000, null, null));
        company.scores(1, 70);
        other.scores(1, 70);
        String both = "account_id in ('%s', '%s')".formatted(company.account, other.account);
        await().atMost(LIMIT)
                .until(() ->
                        count("health where " + both) == 2 && count("contract where contract_id = '" + id + "'") == 1);
        execute("delete from adoption_day");

        // At once: the day's adoption is kept as soon as there is any.
        execute("update health set segment = '%s', adoption = case account_id when '%s' then 60000 else 0 end where %s"
                .formatted(play, company.account, both));

        Map<String, Object> index = await().atMost(LIMIT)
                .until(
                        () -> ask("/v1/adoption?day=" + company.today)
                                .jsonPath()
                                .<Map<String, Object>>getList("items.findAll { it.segment == '" + play + "' }.index"),
                        found -> !found.isEmpty())
                .get(0);
        assertThat(index).containsEntry("n", 1);
        assertThat(((Number) index.get("value")).doubleValue()).isEqualTo(60.0);
    }

    @Test
    void thePageHasTheSixFiguresEachWithItsMeaning() {
        company.signs(company.contract(id, 1, 4_000, null, null));
        company.lendsItsName(new ReferencesRecord(
                company.account, 1, List.of(new Reference(ReferenceKind.LOGO, company.today.minusDays(10), null))));
        await().atMost(LIMIT)
                .until(() -> ask("/v1/references?day=" + company.today)
                        .jsonPath()
                        .getList("items.accountId")
                        .contains(company.account));

        JsonPath page = ask("/v1/kpis").jsonPath();

        assertThat(page.getList("items.key", String.class).stream().distinct())
                .containsExactly(
                        "grr", "time-to-value", "adoption-index", "nrr", "save-rate", "referenceable-accounts");
        assertThat(page.getList("items.ownerRole")).doesNotContainNull();
        assertThat(page.getList("items.meaning.definition")).doesNotContainNull();
        assertThat(page.getInt("items.find { it.key == 'referenceable-accounts' }.now.value"))
                .isPositive();
        assertThat(page.getDouble("items.find { it.key == 'grr' && it.currency == 'EUR' }.now.value"))
                .isBetween(0.0, 1.0);
    }

    @Test
    void wrongQuestionsAreRefusedWithTheField() {
        assertThat(ask("/v1/kpis?quarter=2999-Q1").jsonPath().getString("field"))
                .isEqualTo("quarter");
        assertThat(ask("/v1/saves?from=2026-01-01").jsonPath().getString("field"))
                .isEqualTo("until");
        assertThat(ask("/v1/saves/contracts?from=2026-01-01&until=2026-02-01&reason=bad")
                        .jsonPath()
                        .getString("field"))
                .isEqualTo("reason");
        assertThat(ask("/v1/losses?from=2026-01-01&until=2026-02-01&state=sad")
                        .jsonPath()
                        .getString("field"))
                .isEqualTo("state");
        assertThat(ask("/v1/time-to-value?from=2026-01-01&until=2026-02-01")
                        .jsonPath()
                        .getString("field"))
                .isEqualTo("as-of");
        Response tooEarly = ask("/v1/time-to-value?from=2026-01-01&until=2026-02-01&as-of=2999-01-01");
        assertThat(tooEarly.statusCode()).isEqualTo(400);
        assertThat(tooEarly.jsonPath().getString("field")).isEqualTo("as-of");
        assertThat(tooEarly.jsonPath().getString("expected")).contains("today");
        assertThat(ask("/v1/adoption").jsonPath().getString("field")).isEqualTo("day");
        assertThat(ask("/v1/score-accuracy?from=2026-01-01&until=2026-02-01").statusCode())
                .isEqualTo(200);
    }

    /** How many looks and ends of the play have come. */
    private int told() throws SQLException {
        return execute("update play_look set at = at where play = '" + play + "'")
                + execute("update play_end set at = at where play = '" + play + "'");
    }

    /** The end of a run of the same play on the same account, years before. */
    private static PlayEnded first(PlayLookedBack later) {
        Instant started = later.startedAt().minus(Duration.ofDays(900));
        return new PlayEnded(
                UUID.randomUUID(),
                later.play(),
                later.accountId(),
                UUID.randomUUID(),
                later.reason(),
                later.arm(),
                PlayOutcome.SUCCEEDED,
                started,
                started.plus(Duration.ofDays(3)),
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private PlayLookedBack look(Company of, Arm arm, List<Reason> openRisks) {
        return look(of, arm, 10, openRisks);
    }

    private PlayLookedBack look(Company of, Arm arm, @Nullable Integer holdoutPercent, List<Reason> openRisks) {
        Instant now = of.today.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new PlayLookedBack(
                UUID.randomUUID(),
                play,
                of.account,
                UUID.randomUUID(),
                Reason.USAGE_DROP,
                arm,
                PlayOutcome.SUCCEEDED,
                now.minus(Duration.ofDays(90)),
                now,
                90,
                60_000L,
                null,
                null,
                null,
                50_000L,
                new AccountAfter(openRisks, null, true, null, null),
                arm == Arm.TREATED ? List.of(text) : List.of(),
                holdoutPercent);
    }

    private ContractRecord ended(LocalDate on) {
        LocalDate from = on.minusYears(1);
        Money arr = new Money(7_000_00, "EUR");
        return new ContractRecord(
                id,
                company.account,
                1,
                from,
                from,
                on,
                false,
                0,
                null,
                on,
                List.of(new ContractLine("l1", "core", arr, null, from, on)),
                List.of(),
                null);
    }

    private boolean riskIsKnown() throws SQLException {
        return execute("update risk_episode set severity = severity where account_id = '" + company.account + "'") == 1;
    }

    private void riskOpenedBefore(LocalDate day) throws SQLException {
        execute("update risk_episode set opened_at = '%sT00:00:00Z' where account_id = '%s'"
                .formatted(day, company.account));
    }

    private List<Map<String, Object>> cases(String period) {
        return ask("/v1/saves/contracts" + period + "&reason=usage.drop")
                .jsonPath()
                .getList("items.findAll { it.contractId == '" + id + "' }");
    }

    private JsonPath loss(String period) {
        JsonPath all = ask("/v1/losses" + period).jsonPath();
        return all.setRootPath("items.find { it.contractId == '" + id + "' }");
    }

    private JsonPath contentReview() {
        JsonPath all = ask("/v1/programme").jsonPath();
        return all.setRootPath("content.find { it.content == '" + text + "' }");
    }

    private String row(String metric) {
        return "items.findAll { it.play == '" + play + "' && it.metric == '" + metric + "' }";
    }

    private static String itemOf(String play) {
        return "items.findAll { it.play == '" + play + "' }";
    }

    private static int execute(String sql) throws SQLException {
        try (Connection connection =
                        PlaycallerStack.shared().dataSource("forecast").getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static Response decide(String path, String body) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private static Response ask(String path) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .urlEncodingEnabled(false)
                .get(path);
    }
}

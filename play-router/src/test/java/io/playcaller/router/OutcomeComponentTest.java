package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MergeLink;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.contracts.work.Arm;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.contracts.work.PlayLookedBack;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.play.HoldoutPolicy;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class OutcomeComponentTest {

    private static final String PLAY = "gone-silent";
    private static final String TIER = "tech-touch";

    private RouterWorld world;

    @BeforeEach
    void open() {
        world = new RouterWorld();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anAccountThatIsHeldOutGetsNoTaskAndItsRunIsToldLikeAnyOther() {
        // Given
        String account = heldOut("outcome-1");
        SignalChanged signal = silent(account).build();
        world.say(signal);
        assertThat(RouterWorld.awaitPath(signal.episodeId(), 1).get("became").asText())
                .isEqualTo("held_out");

        // When
        world.say(silent(account)
                .episode(signal.episodeId())
                .transition(2, SignalState.CLEARED)
                .build());

        // Then
        PlayEnded ended = end(account);
        assertThat(ended.arm()).isEqualTo(Arm.HOLDOUT);
        assertThat(ended.outcome()).isEqualTo(PlayOutcome.RECOVERED);
        assertThat(RouterWorld.tasks(account)).isEmpty();
        JsonNode run = run(ended);
        assertThat(run.get("arm").asText()).isEqualTo("holdout");
        assertThat(run.get("looks")).hasSize(4);
    }

    @Test
    void aRunThatIsHeldOutEndsWhenItsPlayGivesUp() {
        // Given
        String account = heldOut("outcome-2");
        SignalChanged signal = silent(account).build();
        world.say(signal);
        RouterWorld.awaitPath(signal.episodeId(), 1);

        // When
        world.execute("update play_run set give_up_at = started_at where account_id = '%s'".formatted(account));

        // Then
        assertThat(end(account).outcome()).isEqualTo(PlayOutcome.EXPIRED);
    }

    @Test
    void aRunThatIsHeldOutIsLookedBackAtByItsStartAlsoWhileItIsOpen() {
        // Given
        String account = heldOut("outcome-7");
        SignalChanged signal = silent(account).build();
        world.say(signal);
        RouterWorld.awaitPath(signal.episodeId(), 1);
        assertThat(world.count("""
                        select count(*) from play_run join outcome_look using (play_run_id)
                        where account_id = '%s' and due_at = started_at + make_interval(hours => 24 * days)""".formatted(account))).isEqualTo(3);

        // When
        world.execute("""
                update outcome_look set due_at = due_at - interval '31 days'
                where play_run_id = (select play_run_id from play_run where account_id = '%s')""".formatted(account));

        // Then
        PlayLookedBack look = back(account, 30);
        assertThat(look.arm()).isEqualTo(Arm.HOLDOUT);
        assertThat(look.holdoutPercent()).isEqualTo(10);
        assertThat(look.outcome()).isNull();
        assertThat(look.after().openRisks()).containsExactly(Reason.USAGE_SILENT);
    }

    @Test
    void ofARunThatIsWorkedOnALookSaysWithWhichShareItWasDrawn() {
        // Given
        String drawn = drawn("outcome-8", false);
        SignalChanged signal = silent(drawn).build();
        world.say(signal);
        RouterWorld.awaitPath(signal.episodeId(), 1);

        // When
        world.execute("""
                update outcome_look set due_at = due_at - interval '31 days'
                where play_run_id = (select play_run_id from play_run where account_id = '%s')""".formatted(drawn));

        // Then
        PlayLookedBack look = back(drawn, 30);
        assertThat(look.arm()).isEqualTo(Arm.TREATED);
        assertThat(look.holdoutPercent()).isEqualTo(10);
    }

    @Test
    void aRunIsLookedBackAtOnceForEachDayWithWhatBecameOfTheAccount() {
        // Given a run that ended, on an account that was renewed since
        String account = "outcome-3";
        world.say(Topic.HEALTH_CHANGES, account, 1, Signals.health(account, "adoption", at(), null));
        awaitCount("select count(*) from account where score = 60000 and account_id = '%s'".formatted(account));
        complete(account);
        PlayEnded end = end(account);
        world.say(Topic.ACCOUNT_REGISTER, "contract/" + account, 1, renewed(account, end.startedAt()));
        awaitCount(
                "select count(*) from contract where renewed_on is not null and account_id = '%s'".formatted(account));

        world.execute("""
                insert into digital_message (message_id, play_run_id, play, step, account_id, person_id, template, channel, body,
                    until_at, state, due_at, created_at)
                select gen_random_uuid(), '%s', 'usage-drop', 'write', '%s', 'pia', template, 'mail', '{}', playcaller_now(),
                    state, playcaller_now(), playcaller_now()
                from (values ('text-b', 'sent'), ('text-a', 'lost'), ('text-c', 'skipped')) as message (template, state)""".formatted(end.playRunId(), account));

        // And a replica of the version before that planned a look from its end
        world.execute("""
                insert into outcome_look (play_run_id, days, due_at)
                values ('%s', 30, playcaller_now() - interval '1 hour')""".formatted(end.playRunId()));

        // When all its days have come
        bringForward(end);

        // Then
        PlayLookedBack last = back(account, 90);
        assertThat(last.outcome()).isEqualTo(PlayOutcome.SUCCEEDED);
        assertThat(last.holdoutPercent()).as("nobody of this tier is held out").isNull();
        assertThat(back(account, 30).after().renewed()).isTrue();
        assertThat(last.after().churned()).isFalse();
        assertThat(last.after().openRisks()).containsExactly(Reason.USAGE_DROP);
        assertThat(last.scoreAtStart()).isEqualTo(60_000);
        assertThat(end.content()).isEmpty();
        assertThat(last.content()).as("what went out, and what may have").containsExactly("text-a", "text-b");
        JsonNode looks = run(end).get("looks");
        assertThat(looks).extracting(look -> look.get("daysAfter").asInt()).containsExactly(0, 30, 60, 90);
        assertThat(looks).allMatch(look -> look.hasNonNull("toldAt"));
        JsonNode arms = RouterWorld.json(RouterWorld.get("/v1/outcomes?play=usage-drop"))
                .get("items");
        assertThat(arms).anySatisfy(arm -> {
            assertThat(arm.get("arm").asText()).isEqualTo("treated");
            assertThat(arm.at("/outcomes/succeeded").asLong()).isPositive();
            assertThat(arm.get("looks")).anySatisfy(look -> {
                assertThat(look.get("daysAfter").asInt()).isEqualTo(30);
                assertThat(look.get("renewed").asLong()).isPositive();
            });
        });
    }

    @Test
    void runsWithoutADrawAreCountedByThemselves() {
        // Given two runs of a play, of one of which a lot was drawn
        complete("outcome-8");
        complete("outcome-9");
        end("outcome-8");
        end("outcome-9");
        world.execute("update play_run set holdout_percent = 37 where account_id = 'outcome-9'");

        // When
        JsonNode arms = RouterWorld.json(RouterWorld.get("/v1/outcomes?play=usage-drop"))
                .get("items");

        // Then
        assertThat(arms)
                .filteredOn(arm -> arm.path("holdoutPercent").asInt() == 37)
                .singleElement()
                .satisfies(drawn -> {
                    assertThat(drawn.get("arm").asText()).isEqualTo("treated");
                    assertThat(drawn.get("runs").asLong()).isEqualTo(1);
                    assertThat(drawn.at("/outcomes/succeeded").asLong()).isEqualTo(1);
                });
        assertThat(arms)
                .filteredOn(arm -> !arm.hasNonNull("holdoutPercent"))
                .singleElement()
                .satisfies(undrawn -> assertThat(undrawn.get("runs").asLong()).isPositive());
    }

    @Test
    void ofAnAccountThatWasMergedALookBackSaysIntoWhich() {
        // Given
        String account = "outcome-4";
        complete(account);
        PlayEnded end = end(account);
        MergeLink merge = new MergeLink("outcome-4b", at(), null);
        world.say(
                Topic.ACCOUNT_REGISTER,
                "account/" + account,
                2,
                new AccountRecord(account, 2, "Acme", null, null, null, null, false, List.of(), merge));
        awaitCount("select count(*) from account where merged_into = 'outcome-4b' and account_id = '%s'"
                .formatted(account));

        // When
        bringForward(end);

        // Then
        assertThat(back(account, 30).after().mergedInto()).isEqualTo("outcome-4b");
        assertThat(back(account, 30).score()).isNull();
    }

    @Test
    void whatIsOverForLongIsRemovedAndNothingThatIsStillToBeTold() {
        // Given two runs that ended long ago, of which one is still to be looked back at
        complete("outcome-5");
        complete("outcome-6");
        PlayEnded whole = end("outcome-5");
        PlayEnded due = end("outcome-6");
        world.say(Signals.of("outcome-5")
                .episode(whole.episodeId())
                .transition(2, SignalState.CLEARED)
                .build());
        RouterWorld.awaitPath(whole.episodeId(), 2);
        bringForward(whole);
        back("outcome-5", 90);

        // When
        world.execute("update play_run set ended_at = ended_at - interval '800 days' where account_id in"
                + " ('outcome-5', 'outcome-6')");
        world.execute("update signal set changed_at = changed_at - interval '800 days' where account_id = 'outcome-5'");

        // Then
        RouterWorld.await(() -> world.count("""
                        select (select count(*) from play_run where account_id = 'outcome-5')
                             + (select count(*) from task where account_id = 'outcome-5')
                             + (select count(*) from signal where account_id = 'outcome-5')"""), left -> left == 0L);
        assertThat(run(due).get("looks")).hasSize(4);
        // Whoever starts next would take a database that does not know what was told lately for a restored one.
        RouterWorld.await(() -> world.count("select count(*) from outbox"), waiting -> waiting == 0);
        world.topics().clear(RouterWorld.topic(Topic.TASKS));
    }

    @Test
    void aDayThatIsNoneIsRefusedWithWhatIsExpected() {
        RouterWorld.get("/v1/outcomes?since=spring").then().statusCode(400);
        RouterWorld.get("/v1/outcomes?since=2026-03-01").then().statusCode(200);
        RouterWorld.get("/v1/runs/5f0c1d3e-6a8b-5c47-9d2f-70c1ca11e403").then().statusCode(404);
    }

    /** An account of this name whose draw holds it out. */
    private static String heldOut(String name) {
        return drawn(name, true);
    }

    private static String drawn(String name, boolean heldOut) {
        HoldoutPolicy policy = TestRules.read().plays().holdout();
        return Stream.iterate(0, number -> number + 1)
                .map(number -> name + "-" + number)
                .filter(account -> policy.holdsOut(PLAY, account, TIER) == heldOut)
                .findFirst()
                .orElseThrow();
    }

    private static Signals silent(String account) {
        return Signals.of(account).reason(Reason.USAGE_SILENT).tier(TIER);
    }

    private void complete(String account) {
        world.say(Signals.of(account).owner("csm", "ana").build());
        String task = world.awaitTask(account).get("taskId").asText();
        RouterWorld.as("ana", "csm")
                .body("{\"outcome\": \"succeeded\", \"closing\": \"helped\"}")
                .post("/v1/tasks/" + task + "/complete")
                .then()
                .statusCode(200);
    }

    private void bringForward(PlayEnded run) {
        world.execute("""
                update outcome_look set due_at = due_at - interval '100 days'
                where play_run_id = '%s' and told_at is null""".formatted(run.playRunId()));
    }

    private PlayEnded end(String account) {
        return told(account, 0, PlayEnded.class);
    }

    private PlayLookedBack back(String account, int daysAfter) {
        return told(account, daysAfter, PlayLookedBack.class);
    }

    private <T extends Record> T told(String account, int daysAfter, Class<T> type) {
        String named = "\"accountId\":\"" + account + "\"";
        String days = "\"daysAfter\":" + daysAfter + ",";
        return WireJson.read(
                world.topics()
                        .readUntilOne(RouterWorld.topic(Topic.PLAY_OUTCOMES), RouterWorld.SOON, record -> {
                            String text = TestTopics.text(record);
                            return text.contains(named) && text.contains(days);
                        })
                        .value(),
                type);
    }

    private static JsonNode run(PlayEnded ended) {
        return RouterWorld.json(RouterWorld.get("/v1/runs/" + ended.playRunId()));
    }

    private void awaitCount(String sql) {
        RouterWorld.await(() -> world.count(sql), count -> count == 1L);
    }

    private static ContractRecord renewed(String account, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return new ContractRecord(
                "c-" + account,
                account,
                1,
                today.minusYears(1),
                today.minusYears(1),
                today.plusYears(1),
                true,
                0,
                null,
                null,
                List.of(),
                List.of(new ContractMovement("m-1", MovementKind.RENEWAL, today, new Money(0, "EUR"), null, null)),
                null);
    }

    private static Instant at() {
        return Instant.parse("2026-03-02T10:00:00Z");
    }
}

package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.PersonRecord;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Digital steps of plays, from the signal to the letter. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(MessageSettings.class)
class MessageComponentTest {

    private RouterWorld world;

    @BeforeEach
    void open() {
        world = new RouterWorld();
    }

    @AfterEach
    void close() {
        world.execute("delete from delivery_hold");
        world.close();
    }

    @Test
    void whoMayBeWrittenToGetsOneLetterWithAWayOutAndNobodyGetsATask() {
        // Given
        known("message-1", "pia", true);
        known("message-1", "quinn", false);

        // When
        UUID episode = say("message-1", Reason.USAGE_DROP);

        // Then
        JsonNode sent = awaitState("message-1", "sent");
        String letter = RouterWorld.await(
                        () -> PeopleWorld.letters("pia-message-1", "how is"), found -> found.size() == 1)
                .get(0);
        assertThat(letter)
                .contains("Hello Pia, how is Acme message-1?")
                .contains("List-Unsubscribe: <https://success.example/v1/unsubscribe/")
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
                .contains("Message-ID: <" + sent.get("messageId").asText() + "@work.example>");
        assertThat(PeopleWorld.letters("quinn-message-1", "")).isEmpty();
        assertThat(RouterWorld.tasks("message-1")).isEmpty();
        assertThat(RouterWorld.awaitPath(episode, 1).get("became").asText()).isEqualTo("run");
        JsonNode steps = RouterWorld.await(
                () -> RouterWorld.json(
                        RouterWorld.get("/v1/runs/" + sent.get("playRunId").asText() + "/steps")),
                run -> run.at("/steps/0/state").asText().equals("done"));
        assertThat(steps.at("/steps/1/state").asText()).isEqualTo("waiting");
    }

    @Test
    void aMailboxThatTwoIdsShareGetsOneLetter() {
        // Given
        known("message-a", "pia", true);
        world.say(
                Topic.PEOPLE,
                "message-a-twin",
                1,
                new PersonRecord("message-a-twin", 1, "message-a", "Pia", "PIA-message-a@example.com", null, true));
        RouterWorld.await(
                () -> world.count("select count(*) from contact where account_id = 'message-a'"), count -> count == 2L);

        // When
        say("message-a", Reason.USAGE_DROP);

        // Then
        awaitState("message-a", "sent");
        assertThat(messages("message-a")).hasSize(1);
    }

    @Test
    void whatTheGateRefusesWaitsWithItsReasonAndIsForgottenWithThePerson() {
        // Given: somebody of theirs has a severe ticket open, for which there is no play here
        known("message-2", "pia", true);
        say("message-2", Reason.SUP_SEVERE_OPEN);

        // When
        say("message-2", Reason.USAGE_DROP);

        // Then
        JsonNode waiting = RouterWorld.await(
                () -> messages("message-2").path(0),
                message -> message.path("reason").asText().equals("severe-ticket"));
        assertThat(waiting.get("state").asText()).isEqualTo("waiting");
        assertThat(waiting.hasNonNull("askedAgainAt")).isTrue();
        assertThat(PeopleWorld.letters("pia-message-2", "")).isEmpty();

        // When
        world.topics().produce(new ProducerRecord<>(RouterWorld.topic(Topic.PEOPLE), "message-2-pia", null));

        // Then: nothing of theirs is left, and the run goes on to one of ours
        RouterWorld.await(() -> messages("message-2"), left -> left.isEmpty());
        world.awaitTask("message-2");
    }

    @Test
    void aMailboxThatIsNoneIsNotedAndALostAnswerIsNoReasonToWriteTwice() {
        // Given
        known("message-3", "nobody", true);
        known("message-4", "silence", true);

        // When
        say("message-3", Reason.USAGE_DROP);
        say("message-4", Reason.USAGE_DROP);

        // Then
        JsonNode bounced = awaitState("message-3", "bounced");
        assertThat(bounced.get("sentence").asText()).isNotBlank().doesNotContain("nobody@");
        assertThat(world.count(
                        "select count(*) from contact where person_id = 'message-3-nobody' and bounced_at is not null"))
                .isEqualTo(1);
        world.awaitTask("message-3");
        JsonNode lost = awaitState("message-4", "lost");
        assertThat(lost.get("attempts").asInt()).isEqualTo(1);
        assertThat(RouterWorld.tasks("message-4")).as("it may have arrived").isEmpty();
    }

    @Test
    void aMarketingToolGetsOneCallAlsoWhenItIsAskedTwice() {
        // Given
        known("message-5", "pia", true);
        RouterWorld.toolAnswers("message-5", 503);

        // When
        say("message-5", Reason.USAGE_SILENT);
        firstRungIsOver("message-5");

        // Then
        JsonNode sent = awaitState("message-5", "sent");
        assertThat(sent.get("attempts").asInt()).isEqualTo(2);
        List<JsonNode> calls = RouterWorld.received(sent.get("messageId").asText());
        assertThat(calls).extracting(call -> call.get("status").asInt()).containsExactly(503, 200);
        assertThat(calls.get(1).get("authorization").asText()).isEqualTo("Basic a2V5Og==");
        assertThat(calls.get(1).get("body").asText())
                .contains("\"type\":\"track\"")
                .contains("\"userId\":\"message-5-pia\"")
                .contains("\"groupId\":\"message-5\"")
                .contains("https://success.example/v1/unsubscribe/");
    }

    @Test
    void whileDeliveryIsHeldNobodyIsWrittenToAndWhatABackupHadIsNotSentAgain() {
        // Given
        known("message-6", "pia", true);
        known("message-7", "pia", true);
        hold();
        say("message-6", Reason.USAGE_DROP);
        awaitState("message-6", "waiting");

        // When: as if the service had found it, of a restore after that
        world.execute("update delivery_hold set ordered_by = null, since = clock_timestamp() + interval '10 years'");

        // Then
        JsonNode lost = awaitState("message-6", "lost");
        assertThat(lost.get("reason").asText()).isEqualTo("restored");
        assertThat(lost.get("attempts").asInt()).isZero();
        assertThat(PeopleWorld.letters("pia-message-6", "")).isEmpty();

        // When
        world.execute("update delivery_hold set ordered_by = 'ops'");
        say("message-7", Reason.USAGE_DROP);
        awaitState("message-7", "waiting");
        world.execute("delete from delivery_hold");

        // Then
        awaitState("message-7", "sent");
    }

    @Test
    void aMessageThatCannotBeReadFailsWithItsReasonAndTheOthersGoOut() {
        // Given
        known("message-8", "pia", true);
        known("message-9", "pia", true);
        hold();
        say("message-8", Reason.USAGE_DROP);
        awaitState("message-8", "waiting");
        world.execute("update digital_message set body = '{}' where account_id = 'message-8'");
        say("message-9", Reason.USAGE_DROP);
        awaitState("message-9", "waiting");

        // When
        world.execute("delete from delivery_hold");

        // Then: the run goes on to one of ours
        awaitState("message-9", "sent");
        JsonNode failed = awaitState("message-8", "failed");
        assertThat(failed.get("reason").asText()).isEqualTo("unreadable");
        assertThat(failed.get("sentence").asText()).isNotBlank();
        world.awaitTask("message-8");
        assertThat(PeopleWorld.letters("pia-message-8", "")).isEmpty();
    }

    @Test
    void workOnARiskThatBeginsAtTheSameMomentIsSeenBeforeAMessageGoes() {
        // Given: somebody opens a task about a risk and has not committed it
        known("message-x", "pia", true);
        known("message-y", "pia", true);
        hold();
        say("message-x", Reason.USAGE_DROP);
        awaitState("message-x", "waiting");
        say("message-y", Reason.USAGE_DROP);
        awaitState("message-y", "waiting");
        String task = """
                insert into task (task_id, rev, account_id, play_run_id, play, open, state, minutes, value_at_risk, created_at, body)
                values (gen_random_uuid(), 1, 'message-x', gen_random_uuid(), 'p', true, 'OPEN', 1, 0, clock_timestamp(),
                        '{"signal": {"kind": "risk"}}')""";
        world.workOn("message-x", task, () -> {
            // When both may go
            world.execute("delete from delivery_hold");

            // Then only the one goes whose account nobody works on
            awaitState("message-y", "sent");
            assertThat(messages("message-x").at("/0/state").asText()).isEqualTo("waiting");
        });

        // When the task is there, then
        RouterWorld.await(
                () -> messages("message-x").path(0),
                message -> message.path("reason").asText().equals("human-play"));
        assertThat(PeopleWorld.letters("pia-message-x", "")).isEmpty();
        world.execute("delete from task where account_id = 'message-x'");
    }

    private void hold() {
        world.execute("""
                insert into delivery_hold (since, because, ordered_by) values (clock_timestamp(), 'A drill.', 'ops')""");
    }

    private UUID say(String account, Reason reason) {
        var signal = Signals.of(account).reason(reason).owner("csm", "ana").build();
        world.say(signal);
        RouterWorld.awaitPath(signal.episodeId(), 1);
        return signal.episodeId();
    }

    /** A person of an account where it is about noon now. */
    private void known(String account, String name, boolean mayContact) {
        String personId = account + "-" + name;
        String email = name.equals("pia") || name.equals("quinn") ? mailbox(name, account) : name + "@example.com";
        world.execute("""
                insert into account (account_id, name, zone)
                select '%s', 'Acme %s', case when noon < 0 then '-' else '+' end || lpad(abs(noon)::text, 2, '0') || ':00'
                from (select 12 - extract(hour from playcaller_now() at time zone 'UTC')::int as noon) as hours
                on conflict (account_id) do nothing""".formatted(account, account));
        world.say(Topic.PEOPLE, personId, 1, new PersonRecord(personId, 1, account, "Pia", email, null, mayContact));
        RouterWorld.await(
                () -> world.count("select count(*) from contact where person_id = '" + personId + "'"),
                count -> count == 1L);
    }

    private static String mailbox(String name, String account) {
        return name + "-" + account + "@example.com";
    }

    /** What failed once is due within the 5 s of the ladder's first rung, and now: the ladder goes by the machine's clock. */
    private void firstRungIsOver(String account) {
        String ofIt = " and account_id = '" + account + "' and attempts > 0";
        RouterWorld.await(
                () -> world.count("select count(*) from digital_message where state <> 'sending'" + ofIt),
                found -> found > 0);
        String waits = " where state = 'waiting'" + ofIt;
        assertThat(world.count("select count(*) from digital_message" + waits
                        + " and retry_at > clock_timestamp() + interval '5 seconds'"))
                .as("due later than on the first rung")
                .isZero();
        world.execute("update digital_message set retry_at = clock_timestamp()" + waits);
    }

    private static JsonNode awaitState(String account, String state) {
        return RouterWorld.await(
                () -> messages(account).path(0),
                message -> message.path("state").asText().equals(state));
    }

    private static JsonNode messages(String account) {
        return RouterWorld.json(RouterWorld.get("/v1/messages?account=" + account))
                .get("items");
    }
}

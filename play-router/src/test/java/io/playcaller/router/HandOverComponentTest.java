package io.playcaller.router;

import static io.playcaller.router.HandOverDeeds.propose;
import static io.playcaller.router.HandOverDeeds.proposed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account passes from Ana to Ben. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class HandOverComponentTest {

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
    void whenItIsAcceptedTheAccountAndItsOpenTasksPass() {
        // Given
        String task = ofAna("hand-over-1");
        String id = proposed("hand-over-1");
        HandOverDeeds.accept("ana", id).then().statusCode(409);
        assertThat(assignee(task)).isEqualTo("ana");

        // When
        HandOverDeeds.accept("ben", id).then().statusCode(200);

        // Then
        RouterWorld.await(() -> assignee(task), "ben"::equals);
        assertThat(HandOverDeeds.of("hand-over-1").at("/0/state").asText()).isEqualTo("effective");
        world.say(Signals.of("hand-over-1").reason(Reason.LIFE_FIRST_VALUE).build());
        RouterWorld.await(
                () -> RouterWorld.json(RouterWorld.get("/v1/tasks?account=hand-over-1&play=first-value"))
                        .at("/items/0/assignee"),
                found -> found.toString().contains("ben"));
    }

    @Test
    void nobodyTakesTheAccountOfAColleague() {
        String task = ofAna("hand-over-7");

        Response refused = propose("ben", "csm", "hand-over-7", "ben");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("not-yours", "Ana Lima");
        assertThat(HandOverDeeds.of("hand-over-7")).isEmpty();
        assertThat(assignee(task)).isEqualTo("ana");
        assertThat(propose("olga", "ops", "hand-over-7", "ben").statusCode()).isEqualTo(201);
    }

    @Test
    void whoProposedItFindsItAgain() {
        ofAnaAlone("hand-over-15");
        ofAnaAlone("hand-over-16");
        proposed("hand-over-15");
        propose("olga", "ops", "hand-over-16", "ben");

        assertThat(accounts("proposedBy=me")).contains("hand-over-15").doesNotContain("hand-over-16");
        assertThat(accounts("proposedBy=olga&account=hand-over-16")).containsExactly("hand-over-16");
        assertThat(accounts("proposedBy=me&account=hand-over-16")).isEmpty();
    }

    @Test
    void whatIsRejectedStaysAndSaysWhy() {
        String task = ofAna("hand-over-2");
        String id = proposed("hand-over-2");
        assertThat(propose("ana", "csm", "hand-over-2", "ben").statusCode()).isEqualTo(409);

        JsonNode rejected = RouterWorld.json(HandOverDeeds.reject(id, "Nobody says what was promised."));

        assertThat(rejected.get("state").asText()).isEqualTo("rejected");
        assertThat(rejected.get("because").asText()).isEqualTo("Nobody says what was promised.");
        assertThat(assignee(task)).isEqualTo("ana");
        assertThat(propose("ana", "csm", "hand-over-2", "ben").statusCode())
                .as("mended and proposed again")
                .isEqualTo(201);
    }

    @Test
    void thePlayThatAsksForAHandOverIsOverWhenOneIsAccepted() {
        // Given
        ofAnaAlone("hand-over-8");
        world.say(Signals.of("hand-over-8")
                .reason(Reason.LIFE_STAGE_EXIT)
                .owner("csm", "ana")
                .build());
        String task = world.awaitTask("hand-over-8").get("taskId").asText();

        // When
        HandOverDeeds.accept("ben", proposed("hand-over-8")).then().statusCode(200);

        // Then
        RouterWorld.await(() -> RouterWorld.task(task).get("state").asText(), "withdrawn"::equals);
        assertThat(world.count(
                        "select count(*) from play_run where account_id = 'hand-over-8' and outcome = 'SUCCEEDED'"))
                .isEqualTo(1);
    }

    /** What is noted for a run while somebody looks at it is not taken for seen. */
    @Test
    void aHandOverThatIsAcceptedWhileItsPlayIsLookedAtEndsItToo() {
        // Given
        ofAnaAlone("hand-over-17");
        world.say(Signals.of("hand-over-17")
                .reason(Reason.LIFE_STAGE_EXIT)
                .owner("csm", "ana")
                .build());
        String task = world.awaitTask("hand-over-17").get("taskId").asText();
        String id = proposed("hand-over-17");
        RouterWorld.await(
                () -> world.count("select count(*) from run_due where due_at <= playcaller_now() and retry_at is null"),
                due -> due == 0);

        // When: a look has asked for hand-overs, and comes no further than to the messages
        world.keepingFromAll("digital_message", () -> {
            world.execute("insert into run_due (play_run_id, due_at) select play_run_id, playcaller_now()"
                    + " from play_run where account_id = 'hand-over-17'");
            RouterWorld.await(() -> world.count("""
                            select count(*) from pg_stat_activity
                            where wait_event_type = 'Lock' and query like 'select play_run_id, step,%'"""), waiting -> waiting > 0);
            HandOverDeeds.accept("ben", id).then().statusCode(200);
        });

        // Then
        RouterWorld.await(() -> RouterWorld.task(task).get("state").asText(), "withdrawn"::equals);
    }

    @Test
    void whatIsTakenOverByWhoHasItAlreadyPassesNothing() {
        // Given
        ofAnaAlone("hand-over-9");
        Response told = propose("olga", "ops", "hand-over-9", "ana");
        assertThat(told.statusCode()).isEqualTo(201);

        // When
        HandOverDeeds.accept("ana", RouterWorld.json(told).get("handOverId").asText())
                .then()
                .statusCode(200);

        // Then
        RouterWorld.await(() -> HandOverDeeds.of("hand-over-9").at("/0/state").asText(), "effective"::equals);
        assertThat(world.count("select count(*) from account where account_id = 'hand-over-9'"
                        + " and jsonb_array_length(owners) = 1 and owners -> 0 ->> 'from' = '2020-01-01'"))
                .isEqualTo(1);
    }

    @Test
    void aRejectionIsARiskOfTheAccountUntilItIsSettled() {
        // Given
        ofAnaAlone("hand-over-10");
        String id = proposed("hand-over-10");

        // When
        reject(id);

        // Then
        JsonNode risk = world.awaitTask("hand-over-10");
        assertThat(risk.get("play").asText()).isEqualTo("account-escalation");
        assertThat(risk.get("reason").asText()).isEqualTo("onb.handover_rejected");
        assertThat(risk.toString()).doesNotContain("Nobody says what was promised.");

        // When
        HandOverDeeds.withdraw(id, "She stays.").then().statusCode(200);

        // Then
        String task = risk.get("taskId").asText();
        RouterWorld.await(() -> RouterWorld.task(task).get("state").asText(), "withdrawn"::equals);
        assertThat(HandOverDeeds.of("hand-over-10").at("/0/rejection/because").asText())
                .isEqualTo("Nobody says what was promised.");
    }

    /** As when the account became another one, and that is undone. */
    @Test
    void aRejectionThatCountsAgainIsARiskAgain() {
        // Given
        ofAnaAlone("hand-over-11");
        reject(proposed("hand-over-11"));
        String task = world.awaitTask("hand-over-11").get("taskId").asText();
        world.execute("update account set merged_into = 'hand-over-12' where account_id = 'hand-over-11'");
        RouterWorld.await(() -> RouterWorld.task(task).get("state").asText(), "withdrawn"::equals);

        // When
        world.execute("update account set merged_into = null where account_id = 'hand-over-11'");

        // Then
        RouterWorld.await(() -> RouterWorld.tasks("hand-over-11").size(), tasks -> tasks == 2);
    }

    @Test
    void whatWasRejectedBeforeThatWasARiskIsNone() {
        // Given
        ofAnaAlone("hand-over-13");
        ofAnaAlone("hand-over-14");
        for (String account : List.of("hand-over-13", "hand-over-14")) {
            String id = proposed(account);
            world.execute("update hand_over set settled = true where account_id = 'hand-over-13'");
            reject(id);
        }

        // When: one round finds both
        world.awaitTask("hand-over-14");

        // Then
        assertThat(RouterWorld.tasks("hand-over-13")).isEmpty();
    }

    @Test
    void whoDoesNotAnswerInTimeIsToldOfToTheirLead() {
        ofAna("hand-over-3");
        String id = proposed("hand-over-3");

        world.advance(Duration.ofDays(2));

        JsonNode late =
                RouterWorld.await(() -> HandOverDeeds.of("hand-over-3").path(0), one -> one.hasNonNull("escalatedAt"));
        assertThat(late.get("lead").asText()).isEqualTo("lea");
        HandOverDeeds.accept("lea", id).then().statusCode(200);
    }

    @Test
    void whatIsOverIsForgottenWhenItWasKeptForLongEnoughAndWhatIsOpenIsNot() {
        // Given
        ofAna("hand-over-5");
        ofAna("hand-over-6");
        proposed("hand-over-5");
        reject(proposed("hand-over-6"));

        // When
        world.execute("""
                update hand_over set proposed_at = playcaller_now() - interval '761 days'
                where account_id in ('hand-over-5', 'hand-over-6')""");

        // Then
        RouterWorld.await(() -> HandOverDeeds.of("hand-over-6"), JsonNode::isEmpty);
        assertThat(HandOverDeeds.of("hand-over-5")).hasSize(1);
    }

    @Test
    void everyFieldThatIsMissingIsSaidAtOnce() {
        Response refused = RouterWorld.as("ana", "csm")
                .body("{\"accountId\": \"hand-over-4\", \"role\": \"csm\", \"to\": \"ben\", \"context\": \" \"}")
                .post("/v1/hand-overs");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .contains("/context", "/openRisks", "/promises", "/contacts", "/renewals")
                .doesNotContain("/accountId");
    }

    private void ofAnaAlone(String account) {
        world.execute("""
                insert into account (account_id, name, owners_version, owners) values ('%s', 'Acme', 2,
                    '[{"role": "csm", "staffId": "ana", "from": "2020-01-01"}]')""".formatted(account));
    }

    private String ofAna(String account) {
        ofAnaAlone(account);
        world.say(Signals.of(account).owner("csm", "ana").build());
        return world.awaitTask(account).get("taskId").asText();
    }

    private static void reject(String id) {
        HandOverDeeds.reject(id, "Nobody says what was promised.").then().statusCode(200);
    }

    private static String assignee(String task) {
        return RouterWorld.task(task).at("/assignee/staffId").asText();
    }

    private static List<String> accounts(String question) {
        return RouterWorld.as("ana", "csm")
                .get("/v1/hand-overs?limit=500&" + question)
                .jsonPath()
                .getList("items.accountId");
    }
}

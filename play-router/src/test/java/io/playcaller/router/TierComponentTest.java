package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts that pass from one tier of coverage to another. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class TierComponentTest {

    private static final Instant AT = Instant.parse("2026-03-02T11:00:00Z");

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
    void anAccountInAnotherTierIsOneTaskUntilItIsHandedOver() {
        // Given: its first profile is no change
        ofAna("tier-1");
        say("tier-1", 1, "mid-market");
        awaitTier("tier-1", "mid-market");
        assertThat(changes("tier-1")).isZero();

        // When
        say("tier-1", 2, "enterprise");

        // Then
        JsonNode task = world.awaitTask("tier-1");
        assertThat(task.get("play").asText()).isEqualTo("tier-handover");
        assertThat(task.at("/assignee/staffId").asText()).isEqualTo("ana");
        assertThat(task.get("sentence").asText()).contains("was in tier mid-market and is in tier enterprise");

        // When
        accepted("tier-1");

        // Then: nobody had accepted it
        String taskId = task.get("taskId").asText();
        RouterWorld.await(() -> RouterWorld.task(taskId).get("state").asText(), state -> state.equals("withdrawn"));
        assertThat(changes("tier-1")).isZero();
        assertThat(RouterWorld.tasks("tier-1")).hasSize(1);
    }

    @Test
    void whoCompletesItSaysThatItStaysAsItIs() {
        // Given
        ofAna("tier-2");
        say("tier-2", 1, "mid-market");
        awaitTier("tier-2", "mid-market");
        say("tier-2", 2, "enterprise");
        String taskId = world.awaitTask("tier-2").get("taskId").asText();

        // When
        RouterWorld.as("ana", "csm")
                .body("{\"outcome\": \"succeeded\", \"closing\": \"no-effect\"}")
                .post("/v1/tasks/" + taskId + "/complete")
                .then()
                .statusCode(200);

        // Then
        RouterWorld.await(() -> changes("tier-2"), rows -> rows == 0);
        RouterWorld.await(
                () -> world.count("select count(*) from finding where account_id = 'tier-2'"), rows -> rows == 0);
        assertThat(RouterWorld.tasks("tier-2")).hasSize(1);
    }

    @Test
    void whatNobodyDidUntilThePlayGaveUpStillWaitsAndIsNoSecondTask() {
        // Given
        ofAna("tier-4");
        say("tier-4", 1, "mid-market");
        awaitTier("tier-4", "mid-market");
        say("tier-4", 2, "enterprise");
        String taskId = world.awaitTask("tier-4").get("taskId").asText();

        // When
        world.advance(Duration.ofDays(40));
        RouterWorld.await(() -> RouterWorld.task(taskId).get("state").asText(), "withdrawn"::equals);
        awaitRound();

        // Then
        assertThat(changes("tier-4")).isEqualTo(1);
        assertThat(RouterWorld.tasks("tier-4")).hasSize(1);

        // When
        accepted("tier-4");

        // Then
        RouterWorld.await(() -> changes("tier-4"), rows -> rows == 0);
        assertThat(RouterWorld.tasks("tier-4")).hasSize(1);
    }

    @Test
    void anAccountWithoutAContractBeforeIsInItsFirstTier() {
        ofAna("tier-3");
        HealthChanged withoutContract = Signals.health("tier-3", "onboarding", AT, null);
        world.say(Topic.HEALTH_CHANGES, "tier-3", 1, withoutContract);
        awaitTier("tier-3", "mid-market");

        say("tier-3", 2, "enterprise");

        awaitTier("tier-3", "enterprise");
        assertThat(changes("tier-3")).isZero();
    }

    private void ofAna(String account) {
        world.execute("""
                insert into account (account_id, name, owners_version, owners) values ('%s', 'Acme', 2,
                    '[{"role": "csm", "staffId": "ana", "from": "2020-01-01"}]')""".formatted(account));
    }

    private void say(String account, long rev, String tier) {
        world.say(
                Topic.HEALTH_CHANGES,
                account,
                rev,
                Signals.inTier(Signals.health(account, "adoption", AT, null), tier));
    }

    private void awaitTier(String account, String tier) {
        RouterWorld.await(
                () -> world.count("select count(*) from account where account_id = '%s' and tier = '%s'"
                        .formatted(account, tier)),
                rows -> rows == 1);
    }

    /** What was told and is found no more ends with the next round. */
    private void awaitRound() {
        world.execute("""
                insert into finding (key, episode_id, transition, reason, since, said, account_id)
                values ('tier/zz-round/1', gen_random_uuid(), 1, 'life.tier_changed', playcaller_now(), 'enterprise', 'tier-round')""");
        RouterWorld.await(
                () -> world.count("select count(*) from finding where key = 'tier/zz-round/1'"), rows -> rows == 0);
    }

    private long changes(String account) {
        return world.count("select count(*) from tier_change where account_id = '" + account + "'");
    }

    private static void accepted(String account) {
        HandOverDeeds.accept("ben", HandOverDeeds.proposed(account)).then().statusCode(200);
    }
}

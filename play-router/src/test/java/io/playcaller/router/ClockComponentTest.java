package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.Topic;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.task.out.PgTimers;
import io.playcaller.router.task.out.PgTimers.Due;
import io.playcaller.router.timer.app.TimerFiring;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clocks of tasks: business time is moved by the row in the database, as the command does. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class ClockComponentTest {

    private final TimerFiring firing;
    private final Transactions transactions;
    private final PgTimers timers;
    private RouterWorld world;

    @Inject
    ClockComponentTest(TimerFiring firing, Transactions transactions, PgTimers timers) {
        this.firing = firing;
        this.transactions = transactions;
        this.timers = timers;
    }

    @BeforeEach
    void open() {
        world = new RouterWorld();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aTaskThatNobodyAcceptsIsWarnedAboutBreachedAndEscalatedToTheLead() {
        // Given
        world.say(Signals.of("clock-1").owner("csm", "ana").build());
        String taskId = id(world.awaitTask("clock-1"));

        // When: more than the four hours to accept
        world.advance(Duration.ofHours(5));

        // Then
        JsonNode task = RouterWorld.await(
                () -> RouterWorld.task(taskId),
                seen -> seen.get("escalationLevel").asInt() == 1);
        assertThat(transitions(task)).containsSubsequence("created", "due-soon", "breached", "escalated");
        assertThat(task.at("/escalatedTo/staffId").asText()).isEqualTo("lea");
        assertThat(clock(task, "accept").get("state").asText()).isEqualTo("late");
        assertThat(clock(task, "accept").get("remaining").asText()).isEqualTo("PT0S");
        Map<String, String> revisions = new LinkedHashMap<>();
        world.topics().readAll(RouterWorld.topic(Topic.TASKS)).stream()
                .filter(record -> record.key().equals(taskId))
                .forEach(record -> revisions.putIfAbsent(
                        TestTopics.header(record, EventCodec.ID).orElseThrow(),
                        TestTopics.header(record, EventCodec.REV).orElseThrow()));
        assertThat(List.copyOf(revisions.values()))
                .as("one and the same may come twice, on a broker that is slow to say that it has it")
                .isNotEmpty()
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void severalWorkersFireEachOnce() {
        // Given: 30 tasks whose time to accept is about to run out
        IntStream.range(0, 30).forEach(i -> world.say(Signals.of("clock-2-" + i).build()));
        IntStream.range(0, 30).forEach(i -> world.awaitTask("clock-2-" + i));

        // When: three further workers compete with the service's own
        world.advance(Duration.ofHours(5));
        List<CompletableFuture<TimerFiring.Round>> workers = IntStream.range(0, 60)
                .mapToObj(i -> firing.fireDue(7).subscribeAsCompletionStage())
                .toList();
        workers.forEach(CompletableFuture::join);

        // Then
        RouterWorld.await(() -> world.count(fired("BREACHED", "clock-2-%")), count -> count == 30L);
        assertThat(world.count(fired("DUE_SOON", "clock-2-%"))).isEqualTo(30);
        assertThat(RouterWorld.await(() -> world.count(fired("ESCALATED", "clock-2-%")), count -> count == 30L))
                .isEqualTo(30);
        assertThat(world.count("select count(*) from timer_fired where fired_at < due_at"))
                .isZero();
    }

    @Test
    void whatFallsDueWhileATransactionRunsIsLeftToTheNext() {
        // Given
        world.say(Signals.of("clock-6").build());
        UUID task = UUID.fromString(id(world.awaitTask("clock-6")));

        // When: its acceptance is due a millisecond after the instant of a transaction, which claims a while later
        List<Due> claimed = transactions
                .run(tx -> tx.connection()
                        .preparedQuery("update timer set due_at = $1 where task_id = $2 and clock = 'ACCEPT'")
                        .execute(Tuple.of(Transactions.utc(tx.now().plusMillis(1)), task))
                        .chain(() ->
                                tx.connection().query("select pg_sleep(0.05)").execute())
                        .chain(() -> timers.claim(tx, 1_000))
                        .call(() -> tx.connection()
                                .preparedQuery("update timer set due_at = $1 where task_id = $2 and clock = 'ACCEPT'")
                                .execute(Tuple.of(Transactions.utc(tx.now().plus(Duration.ofDays(1))), task))))
                .subscribeAsCompletionStage()
                .join();

        // Then
        assertThat(claimed).noneMatch(due -> due.timer().taskId().equals(task));
    }

    @Test
    void anAcknowledgedTaskIsNeverEscalatedForAcceptance() {
        // Given
        world.say(Signals.of("clock-3").owner("csm", "ana").build());
        String taskId = id(world.awaitTask("clock-3"));

        // When
        RouterWorld.as("ana", "csm")
                .post("/v1/tasks/" + taskId + "/acknowledge")
                .then()
                .statusCode(200);
        world.advance(Duration.ofHours(23));

        // Then: the first touch has warned, so the worker was there; acceptance says nothing
        JsonNode task = RouterWorld.await(
                () -> RouterWorld.task(taskId), seen -> transitions(seen).contains("due-soon"));
        assertThat(StreamSupport.stream(task.get("log").spliterator(), false))
                .noneMatch(line -> line.path("clock").asText().equals("accept"));
        assertThat(clock(task, "accept").get("state").asText()).isEqualTo("met");
    }

    @Test
    void whoAcknowledgesAndWhoFiresNeverBothWin() {
        // Given: 20 tasks whose time to accept has run out
        IntStream.range(0, 20).forEach(i -> world.say(Signals.of("race-" + i).build()));
        List<String> tasks = IntStream.range(0, 20)
                .mapToObj(i -> id(world.awaitTask("race-" + i)))
                .toList();
        world.advance(Duration.ofHours(5));

        // When
        List<CompletableFuture<TimerFiring.Round>> workers = IntStream.range(0, 20)
                .mapToObj(i -> firing.fireDue(3).subscribeAsCompletionStage())
                .toList();
        tasks.parallelStream()
                .forEach(taskId -> RouterWorld.as("ana", "csm")
                        .post("/v1/tasks/" + taskId + "/acknowledge")
                        .then()
                        .statusCode(200));
        workers.forEach(CompletableFuture::join);

        // Then
        assertThat(world.count("""
                select count(*) from task_log spoke join task_log acted using (task_id)
                where acted.transition = 'ACKNOWLEDGED' and spoke.clock = 'ACCEPT' and spoke.rev > acted.rev""")).isZero();
        assertThat(world.count("select count(*) from timer join task using (task_id)"
                        + " where account_id like 'race-%' and clock = 'ACCEPT'"))
                .isZero();
    }

    @Test
    void aTimerThatCannotBeFiredHoldsNobodyUp() {
        // Given: the ledger says that the acceptance of one has warned already, which its task does not know
        world.say(Signals.of("stuck-1").build());
        String stuck = id(world.awaitTask("stuck-1"));
        world.say(Signals.of("stuck-2").build());
        String other = id(world.awaitTask("stuck-2"));
        world.execute("insert into timer_fired select task_id, clock, cycle, level, due_at, due_at from timer"
                + " where clock = 'ACCEPT' and task_id = '" + stuck + "'");

        // When
        world.advance(Duration.ofHours(5));

        // Then
        RouterWorld.await(
                () -> RouterWorld.task(other), seen -> transitions(seen).contains("breached"));
        RouterWorld.await(
                () -> world.count(
                        "select count(*) from timer where retry_at is not null and task_id = '" + stuck + "'"),
                count -> count == 1L);
        assertThat(transitions(RouterWorld.task(stuck))).containsExactly("created");
        world.execute("delete from timer_fired where task_id = '" + stuck + "'");
    }

    @Test
    void aTouchOnRecordMeetsTheFirstTouch() {
        // Given
        world.say(Signals.of("clock-4").owner("csm", "ana").build());
        JsonNode task = world.awaitTask("clock-4");
        Instant touch = Instant.parse(task.get("createdAt").asText()).plusSeconds(1);

        // When
        world.say(Topic.HEALTH_CHANGES, "clock-4", 5, Signals.health("clock-4", "adoption", touch, touch));

        // Then
        JsonNode touched = RouterWorld.await(
                () -> RouterWorld.task(id(task)), seen -> transitions(seen).contains("touched"));
        assertThat(clock(touched, "first_touch").get("state").asText()).isEqualTo("met");
    }

    @Test
    void everyOpenTaskHasATimerAheadOrAReason() {
        world.say(Signals.of("clock-5").build());
        world.awaitTask("clock-5");

        assertThat(world.count("""
                select count(*) from task where open and still_because is null
                and not exists (select 1 from timer where timer.task_id = task.task_id)""")).isZero();
    }

    private static String fired(String transition, String accounts) {
        return """
                select count(*) from task_log join task using (task_id)
                where transition = '%s' and clock = 'ACCEPT' and level <= 3 and account_id like '%s'""".formatted(transition, accounts);
    }

    private static String id(JsonNode task) {
        return task.get("taskId").asText();
    }

    private static List<String> transitions(JsonNode task) {
        return StreamSupport.stream(task.get("log").spliterator(), false)
                .map(line -> line.get("transition").asText())
                .toList();
    }

    private static JsonNode clock(JsonNode task, String name) {
        return StreamSupport.stream(task.get("clocks").spliterator(), false)
                .filter(clock -> clock.get("clock").asText().replace('-', '_').equalsIgnoreCase(name.replace('-', '_')))
                .findFirst()
                .orElseThrow();
    }
}

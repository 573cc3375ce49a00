package io.playcaller.router.delivery.jira.out;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.router.JiraDouble;
import io.playcaller.router.ToolDouble.Fault;
import io.playcaller.router.delivery.HourDown;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.ToolTask.State;
import io.playcaller.router.delivery.ToolTasks;
import io.playcaller.router.delivery.jira.JiraIssue;
import io.playcaller.router.delivery.out.GuardedHttp;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JiraStormTest {

    private static final UUID TASK = UUID.fromString("7d3e1a52-0000-4000-8000-0000000000aa");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 40;

    private final Vertx vertx = Vertx.vertx();
    private final JiraDouble jira = new JiraDouble();
    private final IssueWriter writer = new IssueWriter(
            new JiraApi(
                    new GuardedHttp(vertx, List.of("127.0.0.0/8", "::1/128"), "allow", 4, TIMEOUT),
                    jira.url(),
                    "us@example.com",
                    "token"),
            new JiraIssue("CS", "Task", Map.of()));

    @AfterEach
    void close() {
        jira.stop();
        vertx.closeAndAwait();
    }

    @Test
    void aCreationWhoseAnswerWasLostIsNotRepeated() {
        jira.next(Fault.LOST);

        String id = untilTaken(ToolTasks.of(TASK), "created", 1, null);

        assertThat(jira.kept()).hasSize(1);
        assertThat(jira.kept().at("/0/id").asText()).isEqualTo(id);
    }

    @Test
    void anIssueFollowsItsTaskToTheEnd() {
        String id = untilTaken(ToolTasks.of(TASK), "created", 1, null);

        untilTaken(ToolTasks.of(TASK).state(State.STARTED), "acknowledged/2", 2, id);
        assertThat(category()).isEqualTo("indeterminate");
        untilTaken(ToolTasks.of(TASK).state(State.DONE), "completed/3", 3, id);
        assertThat(category()).isEqualTo("done");
    }

    @Test
    void whatSomebodyEndedThereIsNotOpenedAgain() {
        String id = untilTaken(ToolTasks.of(TASK), "created", 1, null);
        jira.move(id, "done");

        untilTaken(ToolTasks.of(TASK).state(State.STARTED), "acknowledged/2", 2, id);

        assertThat(category()).isEqualTo("done");
    }

    @Test
    void aCommentWhoseAnswerWasLostIsNotRepeated() {
        String id = untilTaken(ToolTasks.of(TASK), "created", 1, null);
        jira.next(Fault.NONE, Fault.LOST);

        untilTaken(ToolTasks.of(TASK).comment("The first touch ran out."), "breached/2", 2, id);

        assertThat(jira.kept().at("/0/comments")).hasSize(1);
    }

    @Test
    void anIssueThatWasDeletedIsMadeAgainWhileThereIsSomethingToDo() {
        String id = untilTaken(ToolTasks.of(TASK), "created", 1, null);
        jira.delete(id);

        Receipt ended = send(ToolTasks.of(TASK).state(State.DONE), "completed/2", 2, 1, id);
        assertThat(ended).isEqualTo(new Receipt.Taken(404));
        assertThat(jira.kept()).isEmpty();
        untilTaken(ToolTasks.of(TASK), "again/1", 3, id);
        assertThat(jira.kept()).hasSize(1);
    }

    @Test
    void aToolThatHasHadEnoughSaysForHowLong() {
        jira.next(Fault.BUSY);

        Receipt receipt = send(ToolTasks.of(TASK), "created", 1, 1, null);

        assertThat(receipt)
                .isInstanceOfSatisfying(
                        Receipt.Busy.class, busy -> assertThat(busy.pause()).isEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void afterAnyStormTheToolHasEveryTaskOnceAsItStands() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            UUID task = new UUID(5, i);
            jira.next(Stream.generate(() -> Fault.values()[random.nextInt(4)])
                    .limit(12)
                    .toArray(Fault[]::new));
            String id = untilTaken(ToolTasks.of(task), "created", 1, null);
            untilTaken(ToolTasks.of(task).comment("It ran out."), "breached/2", 2, id);
            untilTaken(ToolTasks.of(task).state(State.DONE), "completed/3", 3, id);
        }

        assertThat(jira.kept()).hasSize(60);
        for (JsonNode issue : jira.kept()) {
            assertThat(issue.at("/comments")).hasSize(1);
            assertThat(issue.at("/fields/status/statusCategory/key").asText()).isEqualTo("done");
        }
    }

    @Test
    void afterAnHourAwayTheToolHasWhatTheLedgerHasAndNothingTwice() {
        int tasks = new HourDown(
                        jira,
                        one -> writer.write(one.attempt(), one.task()).await().atMost(TIMEOUT))
                .live();

        assertThat(jira.kept()).hasSize(tasks);
        for (JsonNode issue : jira.kept()) {
            assertThat(issue.at("/comments")).hasSize(1);
            assertThat(issue.at("/fields/status/statusCategory/key").asText()).isEqualTo("done");
        }
    }

    private String category() {
        return jira.kept().at("/0/fields/status/statusCategory/key").asText();
    }

    /** As the ledger does: again until it is taken. */
    private String untilTaken(ToolTasks task, String purpose, long rev, @Nullable String externalId) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (send(task, purpose, rev, attempt, externalId) instanceof Receipt.Taken taken) {
                return taken.externalId().orElseThrow();
            }
        }
        throw new AssertionError("not taken in " + ATTEMPTS + " attempts");
    }

    private Receipt send(ToolTasks task, String purpose, long rev, int attempt, @Nullable String externalId) {
        return writer.write(task.attempt(purpose, rev, attempt, externalId), task.build())
                .await()
                .atMost(TIMEOUT);
    }
}

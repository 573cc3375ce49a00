package io.playcaller.router.delivery.salesforce.out;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.SalesforceDouble;
import io.playcaller.router.ToolDouble.Fault;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.delivery.HourDown;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.ToolCopy;
import io.playcaller.router.delivery.ToolTask.State;
import io.playcaller.router.delivery.ToolTasks;
import io.playcaller.router.delivery.out.GuardedHttp;
import io.playcaller.router.delivery.salesforce.SalesforceTask;
import io.playcaller.testkit.config.MappedConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SalesforceStormTest {

    private static final UUID TASK = UUID.fromString("7d3e1a52-0000-4000-8000-0000000000aa");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 40;

    private final Vertx vertx = Vertx.vertx();
    private final SalesforceDouble salesforce = new SalesforceDouble();
    private final SalesforceWriter writer = new SalesforceWriter(
            new SalesforceApi(
                    new GuardedHttp(vertx, List.of("127.0.0.0/8", "::1/128"), "allow", 4, TIMEOUT),
                    MappedConfig.of(PlayRouterConfig.class)
                            .read(Map.of("salesforce.client-id", "id", "salesforce.client-secret", "secret"))
                            .salesforce(),
                    salesforce.url()),
            new SalesforceTask(
                    Map.of(State.OPEN, "Not Started", State.STARTED, "In Progress", State.DONE, "Completed"),
                    Map.of(Severity.MEDIUM, "Normal", Severity.HIGH, "High")),
            "Playcaller_Key__c");

    @AfterEach
    void close() {
        salesforce.stop();
        vertx.closeAndAwait();
    }

    @Test
    void aTaskThatComesTwiceIsOneTask() {
        send(ToolTasks.of(TASK), "created", 1, 1);
        send(ToolTasks.of(TASK), "created", 1, 2);

        assertThat(salesforce.kept()).hasSize(1);
        assertThat(salesforce.kept().at("/0/Status").asText()).isEqualTo("Not Started");
    }

    @Test
    void anExpiredTokenIsReplacedInTheSameAttempt() {
        send(ToolTasks.of(TASK), "created", 1, 1);
        salesforce.expire();

        Receipt receipt = send(ToolTasks.of(TASK).state(State.STARTED), "acknowledged/2", 2, 1);

        assertThat(receipt).isInstanceOf(Receipt.Taken.class);
        assertThat(salesforce.tokens()).isEqualTo(2);
        assertThat(salesforce.kept().at("/0/Status").asText()).isEqualTo("In Progress");
    }

    @Test
    void whatSomebodyClosedThereIsNotOpenedAgain() {
        send(ToolTasks.of(TASK), "created", 1, 1);
        salesforce.close(TASK.toString());

        send(ToolTasks.of(TASK).state(State.STARTED), "acknowledged/2", 2, 1);

        assertThat(salesforce.kept().at("/0/Status").asText()).isEqualTo("Completed");
    }

    @Test
    void itSaysWhatItHas() {
        send(ToolTasks.of(TASK), "created", 1, 1);

        List<ToolCopy> copies =
                writer.copies(List.of(TASK, new UUID(3, 3))).await().atMost(TIMEOUT);

        assertThat(copies)
                .containsExactly(
                        new ToolCopy(TASK, salesforce.kept().at("/0/Id").asText(), null));
    }

    @Test
    void afterAnyStormTheToolHasEveryTaskOnceAsItStands() {
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            UUID task = new UUID(5, i);
            salesforce.next(Stream.generate(() -> Fault.values()[random.nextInt(4)])
                    .limit(8)
                    .toArray(Fault[]::new));
            untilTaken(ToolTasks.of(task), "created", 1);
            untilTaken(ToolTasks.of(task).state(State.DONE), "completed/2", 2);
        }

        assertThat(salesforce.kept()).hasSize(60);
        for (JsonNode one : salesforce.kept()) {
            assertThat(one.get("Status").asText()).isEqualTo("Completed");
        }
    }

    @Test
    void afterAnHourAwayTheToolHasWhatTheLedgerHasAndNothingTwice() {
        int tasks = new HourDown(salesforce, one -> made(writer.write(one.attempt(), one.task()))).live();

        assertThat(salesforce.kept()).hasSize(tasks);
        for (JsonNode one : salesforce.kept()) {
            assertThat(one.get("Status").asText()).isEqualTo("Completed");
        }
    }

    private void untilTaken(ToolTasks task, String purpose, long rev) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (send(task, purpose, rev, attempt) instanceof Receipt.Taken) {
                return;
            }
        }
        throw new AssertionError("not taken in " + ATTEMPTS + " attempts");
    }

    private Receipt send(ToolTasks task, String purpose, long rev, int attempt) {
        return made(writer.write(task.attempt(purpose, rev, attempt, null), task.build()));
    }

    /** A failure of the token is a failure of the attempt. */
    private static Receipt made(Uni<Receipt> receipt) {
        return receipt.onFailure()
                .recoverWithItem(failure -> new Receipt.Failed(String.valueOf(failure.getMessage())))
                .await()
                .atMost(TIMEOUT);
    }
}

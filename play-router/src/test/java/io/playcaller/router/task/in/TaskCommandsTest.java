package io.playcaller.router.task.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.sla.PauseReason;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.Somebody;
import io.playcaller.router.task.Closing;
import io.playcaller.router.task.TaskAct;
import io.playcaller.router.task.in.TaskCommands.Body;
import io.playcaller.router.task.in.TaskCommands.BulkBody;
import io.playcaller.router.task.in.TaskCommands.CompleteBody;
import io.playcaller.router.task.in.TaskCommands.PauseBody;
import io.playcaller.router.task.in.TaskCommands.ReassignBody;
import io.playcaller.router.task.in.TaskCommands.SnoozeBody;
import io.playcaller.router.task.in.TaskCommands.TouchBody;
import io.playcaller.router.task.in.TaskCommands.UpdateBody;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TaskCommandsTest {

    @Test
    void aCompletionSaysItsOutcomeItsAnswerAndHowTheCustomerWasReached() {
        assertThat(new CompleteBody("failed", "false-alarm", "call", null).checked())
                .isEqualTo(new TaskAct.Complete(PlayOutcome.FAILED, Closing.FALSE_ALARM, TouchKind.CALL, null));
    }

    @Test
    void everyFieldAtFaultIsSaidAtOnceByItsOwnName() {
        assertThat(faults(new TouchBody("pigeon", " "))).containsExactly("/kind", "/note");
        assertThat(faults(new SnoozeBody("tomorrow", null))).containsExactly("/until", "/note");
        assertThat(faults(new CompleteBody(null, "unsure", "pigeon", null)))
                .containsExactly("/outcome", "/closing", "/touch");
        assertThat(faults(new UpdateBody("x".repeat(4_001)))).containsExactly("/note");
        assertThat(faults(new UpdateBody("a\0b"))).containsExactly("/note");
    }

    @Test
    void aKeyIsPrintable() {
        assertThat(IdempotencyKey.checked("order 7/~")).isEqualTo("order 7/~");
        assertThat(IdempotencyKey.checked(null)).isNull();
        for (String key : List.of("", " ", "a\0b", "a\tb", "caf\u00e9", "x".repeat(201))) {
            assertThat(catchThrowableOfType(ProblemException.class, () -> IdempotencyKey.checked(key)))
                    .as(key)
                    .isNotNull();
        }
    }

    @Test
    void aTouchByHandHasANote() {
        assertThat(faults(new TouchBody("call", null))).containsExactly("/note");
    }

    @Test
    void aSnoozeTakesAnyOffset() {
        assertThat(new SnoozeBody("2026-03-02T10:00:00+02:00", "Holidays.").checked())
                .isEqualTo(new TaskAct.Snooze(Instant.parse("2026-03-02T08:00:00Z"), "Holidays."));
    }

    @Test
    void onlyACustomersFreezeHasADay() {
        assertThat(new PauseBody("customer-freeze", "2026-12-31", "Their year ends.").checked())
                .isEqualTo(
                        new TaskAct.Pause(PauseReason.CUSTOMER_FREEZE, LocalDate.of(2026, 12, 31), "Their year ends."));
        assertThat(faults(new PauseBody("customer-freeze", null, null))).containsExactly("/until");
        assertThat(faults(new PauseBody("waiting-for-support", "2026-12-31", null)))
                .containsExactly("/until");
        assertThat(faults(new PauseBody("lunch", "2026-12-31", null))).containsExactly("/because");
    }

    @Test
    void aBulkIsAnActAndItsTasksEachOnce() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        BulkBody bulk = bulk("comment", List.of(one, two, one), "Their site was down.");

        assertThat(bulk.checked()).isEqualTo(new TaskAct.Comment("Their site was down."));
        assertThat(bulk.distinct()).containsExactly(one, two);
    }

    @Test
    void aBulkPausesByTheReasonsAndTheDayOfAPauseAndResumes() {
        List<UUID> tasks = List.of(UUID.randomUUID());

        assertThat(pause(tasks, "customer-freeze", "2026-12-31").checked())
                .isEqualTo(
                        new TaskAct.Pause(PauseReason.CUSTOMER_FREEZE, LocalDate.of(2026, 12, 31), "Their year ends."));
        assertThat(faults(pause(tasks, "lunch", null))).containsExactly("/because");
        assertThat(faults(pause(tasks, "legal", "2026-12-31"))).containsExactly("/until");
        assertThat(bulk("resume", tasks, null).checked()).isEqualTo(new TaskAct.Resume());
    }

    @Test
    void aTaskIsGivenToSomebodyOfTheDirectoryWithAReason() {
        Directory people = new Directory(List.of(Somebody.called("ben").build()));

        assertThat(new ReassignBody("ben", "He knows them.").checked(people))
                .isEqualTo(new TaskAct.Reassign("ben", "Ben", null, "He knows them."));
        assertThat(faults(() -> new ReassignBody("xaver", " ").checked(people))).containsExactly("/to", "/note");
    }

    @Test
    void whatIsWrongInABulkIsSaidOfItsTasksAndOfItsAct() {
        assertThat(faults(bulk("update", List.of(), null))).containsExactly("/taskIds", "/note");
        assertThat(faults(bulk("forget", List.of(UUID.randomUUID()), "x"))).containsExactly("/act");
    }

    private static BulkBody bulk(String act, List<UUID> taskIds, String note) {
        return new BulkBody(act, taskIds, null, null, null, null, null, null, note);
    }

    private static BulkBody pause(List<UUID> taskIds, String because, String until) {
        return new BulkBody("pause", taskIds, null, null, null, null, because, until, "Their year ends.");
    }

    private static List<String> faults(Body body) {
        return faults(body::checked);
    }

    private static List<String> faults(ThrowingCallable read) {
        Problem problem = catchThrowableOfType(ProblemException.class, read).problem();
        return problem.errors() == null
                ? List.of(problem.field())
                : problem.errors().stream().map(FieldFault::field).toList();
    }
}

package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Closing;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was open on a task when it ended. */
class LeftSignalTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Actor BY_ANA = new Actor("ana", "ana", "Ana Lima");

    private final RouterRules rules = TestRules.read();
    private final SignalDecider decider = new SignalDecider(Router.of(rules, NOW));
    private final Signals drop = Signals.of("a").owner("csm", "ana");
    private final Signals invoice =
            Signals.of("a").reason(Reason.COM_INVOICE_OVERDUE).severity(Severity.MEDIUM);
    private final Signals seats = Signals.of("a")
            .reason(Reason.USAGE_SEATS_IDLE)
            .severity(Severity.LOW)
            .owner("csm", "ana");
    private AccountDesk desk = AccountDesk.EMPTY;

    @Test
    void whatHadJoinedGetsItsOwnTaskWhenTheOthersIsDone() {
        // Given
        Task done = taskOf(take(drop.build()));
        take(invoice.build());
        complete(done);

        // When
        SignalEffects effects = decider.taskEnded(desk, done.taskId(), Workload.EMPTY);

        // Then
        assertThat(effects.tasks())
                .extracting(
                        change -> change.after().order().play(),
                        change -> change.after().signal().reason())
                .containsExactly(tuple("invoice-overdue", Reason.COM_INVOICE_OVERDUE));
        assertThat(effects.ledger())
                .extracting(KnownSignal::status, known -> known.path().get(0).reason())
                .containsExactly(tuple(SignalStatus.TASK, "task-ended"));
    }

    @Test
    void ofSeveralTheGravestMakesTheTaskAndTheOthersJoinIt() {
        // Given
        Task done = taskOf(take(drop.build()));
        take(seats.build());
        take(invoice.build());
        complete(done);

        // When
        SignalEffects effects = decider.taskEnded(desk, done.taskId(), Workload.EMPTY);

        // Then
        assertThat(effects.ledger())
                .extracting(known -> known.signal().reason(), KnownSignal::status)
                .containsExactly(
                        tuple(Reason.COM_INVOICE_OVERDUE, SignalStatus.TASK),
                        tuple(Reason.USAGE_SEATS_IDLE, SignalStatus.JOINED));
    }

    @Test
    void whatThePlayWasForIsWorkedAndStaysSo() {
        Task done = taskOf(take(drop.build()));
        take(invoice.build());
        complete(done);
        desk = desk.after(decider.taskEnded(desk, done.taskId(), Workload.EMPTY));

        SignalEffects news = take(drop.transition(2, SignalState.UPDATED).build());

        assertThat(news.tasks()).isEmpty();
        assertThat(decider.taskEnded(desk, done.taskId(), Workload.EMPTY)).isEqualTo(SignalEffects.NONE);
    }

    @Test
    void whatWasWorkedOnAndGetsGraverIsWorkedOnAgain() {
        // Given
        Task done = taskOf(take(drop.severity(Severity.MEDIUM).build()));
        complete(done);

        // When
        SignalEffects graver = take(drop.severity(Severity.CRITICAL)
                .transition(2, SignalState.UPDATED)
                .build());

        // Then
        assertThat(taskOf(graver).taskId()).isNotEqualTo(done.taskId());
        assertThat(taskOf(graver).order().path().get(0).sentence())
                .isEqualTo("It got graver after its task had ended.");
    }

    @Test
    void whatWasWorkedOnAndIsOfOneMoreIsWorkedOnAgain() {
        // Given
        Task done = taskOf(take(drop.build()));
        complete(done);

        // When
        SignalEffects more = take(drop.ofMore(2).build());

        // Then
        assertThat(taskOf(more).taskId()).isNotEqualTo(done.taskId());
        assertThat(taskOf(more).order().path().get(0).sentence()).isEqualTo("It is of one more since its task ended.");
    }

    @Test
    void newsOfWhatHadJoinedRoutesItThoughNobodyLookedAgainYet() {
        Task done = taskOf(take(drop.build()));
        take(invoice.build());
        complete(done);

        SignalEffects news = take(invoice.transition(2, SignalState.UPDATED).build());

        assertThat(taskOf(news).order().play()).isEqualTo("invoice-overdue");
        assertThat(decider.taskEnded(desk, done.taskId(), Workload.EMPTY)).isEqualTo(SignalEffects.NONE);
    }

    @Test
    void anEndedTaskSaysWhetherItLeavesSignals() {
        Task alone = taskOf(take(drop.build()));
        assertThat(alone.leavesSignals()).as("it is open").isFalse();
        assertThat(completed(alone).after().leavesSignals()).isFalse();

        take(invoice.build());

        assertThat(completed(desk.openTasks().get(alone.taskId())).after().leavesSignals())
                .isTrue();
    }

    private void complete(Task task) {
        Changed done = completed(desk.openTasks().get(task.taskId()));
        desk = desk.after(new SignalEffects(List.of(), List.of(done)));
    }

    private static Changed completed(Task task) {
        return (Changed) new TaskDecider(NOW).complete(task, BY_ANA, PlayOutcome.SUCCEEDED, Closing.HELPED);
    }

    private SignalEffects take(SignalChanged signal) {
        SignalEffects effects = decider.decide(desk, signal, Workload.EMPTY);
        desk = desk.after(effects);
        return effects;
    }

    private static Task taskOf(SignalEffects effects) {
        assertThat(effects.tasks()).hasSize(1);
        return effects.tasks().get(0).after();
    }
}

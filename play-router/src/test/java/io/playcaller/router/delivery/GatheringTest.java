package io.playcaller.router.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.signal.AccountDesk;
import io.playcaller.router.signal.SignalDecider;
import io.playcaller.router.signal.SignalEffects;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Precisions;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final RouterRules rules = TestRules.read();
    private final Signals seats = Signals.of("a")
            .reason(Reason.USAGE_SEATS_IDLE)
            .severity(Severity.LOW)
            .owner("csm", "ana");
    private AccountDesk desk = AccountDesk.EMPTY;

    @Test
    void whatJoinsQuietlyGathersForHalfAnHourAndOnACriticalTaskForTwoMinutes() {
        take(Signals.of("a").severity(Severity.HIGH).owner("csm", "ana").build());
        assertThat(Gathering.of(take(seats.build())).orElseThrow().tellAt())
                .isEqualTo(NOW.plus(Duration.ofMinutes(30)));

        desk = AccountDesk.EMPTY;
        take(Signals.of("a").severity(Severity.CRITICAL).owner("csm", "ana").build());
        assertThat(Gathering.of(take(seats.build())).orElseThrow().tellAt()).isEqualTo(NOW.plus(Duration.ofMinutes(2)));
    }

    @Test
    void aTaskThatIsMadeOrRaisedIsToldAtOnceAndGathersNothing() {
        Changed made = take(seats.build());
        Changed raised = take(
                Signals.of("a").severity(Severity.CRITICAL).owner("csm", "ana").build());

        assertThat(List.of(made, raised))
                .allMatch(change -> Gathering.of(change).isEmpty());
    }

    @Test
    void allThatGatheredAndStillHoldsIsToldInOneMessage() {
        // Given
        take(Signals.of("a").owner("csm", "ana").build());
        Gathering first = Gathering.of(take(seats.build())).orElseThrow();
        Gathering second = Gathering.of(take(Signals.of("a")
                        .reason(Reason.REL_NO_TOUCH)
                        .severity(Severity.LOW)
                        .build()))
                .orElseThrow();
        Task task = onlyTask();

        // When
        Changed told = first.and(second).told(task, 1, NOW).orElseThrow();

        // Then
        assertThat(told.after()).isEqualTo(task);
        TaskMessage message = TaskMessage.of(told, new Background(rules.directory(), Precisions.NONE))
                .orElseThrow();
        assertThat(message.type()).isEqualTo("task.joined");
        assertThat(message.data().happened())
                .isEqualTo("Also: Usage fell by 40% against the four weeks before; "
                        + "Also: Usage fell by 40% against the four weeks before");
        assertThat(TaskMessage.purpose(told)).isEqualTo("joined/1");
    }

    @Test
    void whatIsOverByThenIsNotToldAndNothingOfATaskThatEnded() {
        take(Signals.of("a").owner("csm", "ana").build());
        Gathering gathering = Gathering.of(take(seats.build())).orElseThrow();
        take(seats.transition(2, SignalState.CLEARED).build());

        assertThat(gathering.told(onlyTask(), 1, NOW)).isEqualTo(Optional.empty());
    }

    @Test
    void thatSomethingJoinsIsNotToldByItself() {
        take(Signals.of("a").owner("csm", "ana").build());

        assertThat(TaskMessage.of(take(seats.build()), new Background(rules.directory(), Precisions.NONE)))
                .isEmpty();
    }

    private Task onlyTask() {
        assertThat(desk.openTasks()).hasSize(1);
        return desk.openTasks().values().iterator().next();
    }

    private Changed take(SignalChanged signal) {
        SignalEffects effects = new SignalDecider(Router.of(rules, NOW)).decide(desk, signal, Workload.EMPTY);
        desk = desk.after(effects);
        assertThat(effects.tasks()).hasSize(1);
        return effects.tasks().get(0);
    }
}

package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.PauseReason;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Pausing;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ana's task about idle seats waits for support, while a severe ticket of the account has a task of its own. */
class SevereTicketsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Actor BY_ANA = new Actor("ana", "ana", "Ana Lima");

    private final RouterRules rules = TestRules.read();
    private final Signals seats = Signals.of("a")
            .reason(Reason.USAGE_SEATS_IDLE)
            .severity(Severity.MEDIUM)
            .owner("csm", "ana");
    private final Signals ticket =
            Signals.of("a").reason(Reason.SUP_SEVERE_OPEN).severity(Severity.CRITICAL);
    private AccountDesk desk = AccountDesk.EMPTY;
    private Instant now = NOW;

    @Test
    void theEndOfASevereTicketLetsWhoWaitedForSupportGoOn() {
        // Given
        Task waiting = waitingForSupport();
        take(ticket);
        now = NOW.plus(Duration.ofHours(2));

        // When
        take(ticket.transition(2, SignalState.CLEARED));

        // Then
        Task goesOn = desk.openTasks().get(waiting.taskId());
        assertThat(goesOn.pause()).isEmpty();
        assertThat(goesOn.due().firstTouch()).isNotNull();
    }

    @Test
    void newsOfATicketThatStaysOpenLetNobodyGoOn() {
        Task waiting = waitingForSupport();
        take(ticket);

        take(ticket.ofMore(2));

        assertThat(desk.openTasks().get(waiting.taskId()).pause()).isPresent();
    }

    @Test
    void theEndOfAnythingElseLetsNobodyGoOn() {
        Task waiting = waitingForSupport();
        Signals sponsor = Signals.of("a").reason(Reason.REL_SPONSOR_LEFT);
        take(sponsor);

        take(sponsor.transition(2, SignalState.CLEARED));

        assertThat(desk.openTasks().get(waiting.taskId()).pause()).isPresent();
    }

    @Test
    void theScoreThatATicketHeldDownTellsNothingWhileTheTicketIsOpen() {
        // Given
        Task waiting = waitingForSupport();
        take(ticket);
        Signals score = Signals.of("a").reason(Reason.SUP_SEVERE_OPEN);
        take(score);

        // When
        take(score.transition(2, SignalState.CLEARED));

        // Then
        assertThat(desk.openTasks().get(waiting.taskId()).pause()).isPresent();

        // When
        take(ticket.transition(2, SignalState.CLEARED));

        // Then
        assertThat(desk.openTasks().get(waiting.taskId()).pause()).isEmpty();
    }

    @Test
    void aScoreThatIsLowForAnotherReasonNowLetsNobodyGoOn() {
        Task waiting = waitingForSupport();
        Signals score = Signals.of("a").reason(Reason.SUP_SEVERE_OPEN);
        take(score);

        take(score.reason(Reason.USAGE_DROP).transition(2, SignalState.UPDATED));

        assertThat(desk.openTasks().get(waiting.taskId()).pause()).isPresent();
    }

    private Task waitingForSupport() {
        take(seats);
        Task task = desk.openTasks().values().iterator().next();
        Changed paused = (Changed) new Pausing(now, rules.calendarOf(task.assignment()))
                .pause(task, BY_ANA, PauseReason.WAITING_FOR_SUPPORT, null);
        desk = desk.after(new SignalEffects(List.of(), List.of(paused)));
        return paused.after();
    }

    private void take(Signals signal) {
        SignalDecider decider = new SignalDecider(Router.of(rules, now));
        desk = desk.after(decider.decide(desk, signal.build(), Workload.EMPTY));
    }
}

package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.delivery.Background;
import io.playcaller.router.delivery.TaskMessage;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Precisions;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows when a signal that is graver than an open task comes to its account. All people work around the clock. */
class GraverSignalTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final RouterRules rules = TestRules.read();
    private AccountDesk desk = AccountDesk.EMPTY;
    private Instant now = NOW;

    @Test
    void oneOfAnotherRoleStartsItsOwnPlay() {
        // Given
        Task seats = changed(take(idleSeats().build())).after();

        // When
        Changed ticket =
                changed(take(of(Reason.SUP_SEVERE_OPEN, Severity.CRITICAL).build()));

        // Then
        assertThat(ticket.before()).isNull();
        assertThat(ticket.after().order().play()).isEqualTo("severe-ticket");
        assertThat(ticket.after().assignment().staffId()).isEqualTo("lea");
        assertThat(desk.openTasks().get(seats.taskId())).isEqualTo(seats);
    }

    @Test
    void oneOfTheSameRoleJoinsWithItsShorterClocksAndIsTold() {
        // Given
        Task seats = changed(take(idleSeats().build())).after();

        // When
        Changed joined =
                changed(take(of(Reason.REL_SPONSOR_LEFT, Severity.CRITICAL).build()));

        // Then
        assertThat(joined.after().taskId()).isEqualTo(seats.taskId());
        assertThat(joined.after().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(joined.after().due().accept()).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(joined.after().due().firstTouch()).isEqualTo(NOW.plus(Duration.ofHours(4)));
        assertThat(joined.after().due().complete()).isEqualTo(NOW.plus(Duration.ofDays(10)));
        assertThat(told(joined)).startsWith("Also: ").contains("critical", "less time: to accept");
        assertThat(joined.armed()).hasSize(3);
        assertThat(joined.cancelled()).hasSize(3);
    }

    @Test
    void aRiskThatGetsGraverGetsShorterClocksAndIsTold() {
        // Given
        Signals drop = Signals.of("a").severity(Severity.MEDIUM).owner("csm", "ana");
        take(drop.build());
        now = NOW.plus(Duration.ofHours(1));

        // When
        Changed raised = changed(take(drop.severity(Severity.CRITICAL)
                .transition(2, SignalState.UPDATED)
                .build()));

        // Then
        assertThat(raised.after().due().accept()).isEqualTo(now.plus(Duration.ofHours(2)));
        assertThat(told(raised)).startsWith("Its signal changed: ").contains("It is critical now");
    }

    @Test
    void aSignalThatIsOfOneMoreIsToldOnItsOpenTask() {
        Signals drop = Signals.of("a").owner("csm", "ana");
        Task task = changed(take(drop.build())).after();

        Changed raised = changed(take(drop.ofMore(2).build()));

        assertThat(raised.after().taskId()).isEqualTo(task.taskId());
        assertThat(raised.after().due()).isEqualTo(task.due());
        assertThat(told(raised)).startsWith("Its signal changed: ");
    }

    @Test
    void aClockThatRunsOutSoonerAnywayIsLeftAlone() {
        Signals drop = Signals.of("a").severity(Severity.MEDIUM).owner("csm", "ana");
        Task task = changed(take(drop.build())).after();
        now = NOW.plus(Duration.ofHours(3));

        Changed raised = changed(take(drop.severity(Severity.CRITICAL)
                .transition(2, SignalState.UPDATED)
                .build()));

        assertThat(raised.after().due().accept()).isEqualTo(task.due().accept());
    }

    @Test
    void eachRiseIsAMessageOfItsOwn() {
        Signals drop = Signals.of("a").severity(Severity.LOW).owner("csm", "ana");
        take(drop.build());

        Changed medium = changed(take(drop.severity(Severity.MEDIUM)
                .transition(2, SignalState.UPDATED)
                .build()));
        Changed high = changed(take(
                drop.severity(Severity.HIGH).transition(3, SignalState.UPDATED).build()));

        assertThat(TaskMessage.purpose(medium)).isNotEqualTo(TaskMessage.purpose(high));
    }

    @Test
    void oneThatIsNoGraverJoinsQuietly() {
        Task drop = changed(take(Signals.of("a").owner("csm", "ana").build())).after();

        Changed joined = changed(take(idleSeats().build()));

        assertThat(joined.after().taskId()).isEqualTo(drop.taskId());
        assertThat(joined.step().transition()).isEqualTo(TaskTransition.JOINED);
        assertThat(joined.after().due().accept()).isEqualTo(drop.due().accept());
    }

    @Test
    void oneThatJoinedAndGetsGraverStartsItsOwnPlay() {
        // Given
        Task drop = changed(take(Signals.of("a").owner("csm", "ana").build())).after();
        Signals invoice = of(Reason.COM_INVOICE_OVERDUE, Severity.MEDIUM);
        take(invoice.build());

        // When
        SignalEffects effects = take(invoice.severity(Severity.CRITICAL)
                .transition(2, SignalState.UPDATED)
                .build());

        // Then: it leaves the task that it had joined
        assertThat(effects.tasks())
                .extracting(change -> change.after().order().play())
                .containsExactly("usage-drop", "invoice-overdue");
        assertThat(desk.openTasks().get(drop.taskId()).openEpisodes()).hasSize(1);
        assertThat(effects.ledger()).extracting(KnownSignal::status).containsExactly(SignalStatus.TASK);
    }

    @Test
    void whatComesAfterwardsJoinsTheTaskOfItsOwnRole() {
        // Given: one task of ana, one of lea
        Task seats = changed(take(idleSeats().build())).after();
        take(of(Reason.SUP_SEVERE_OPEN, Severity.CRITICAL).build());

        // When
        Changed joined =
                changed(take(of(Reason.USAGE_KEY_USER_LOST, Severity.MEDIUM).build()));

        // Then
        assertThat(joined.after().taskId()).isEqualTo(seats.taskId());
    }

    @Test
    void whatComesWhenATaskIsSettledMakesItsOwn() {
        // Given
        Signals drop = Signals.of("a").owner("csm", "ana");
        Task task = changed(take(drop.build())).after();
        Actor ana = new Actor("ana", "ana", "Ana Lima");
        Changed accepted =
                (Changed) new TaskDecider(NOW).acknowledge(task, ana, null, rules.calendarOf(task.assignment()));
        desk = desk.after(new SignalEffects(List.of(), List.of(accepted)));
        take(drop.transition(2, SignalState.CLEARED).build());

        // When
        Changed seats = changed(take(idleSeats().build()));

        // Then
        assertThat(seats.after().order().play()).isEqualTo("idle-seats");
    }

    @Test
    void aLossIsReviewedThoughFirstValueIsBeingCelebrated() {
        take(of(Reason.LIFE_FIRST_VALUE, Severity.LOW).build());

        Changed loss = changed(take(of(Reason.LIFE_CHURNED, Severity.LOW).build()));

        assertThat(loss.before()).isNull();
        assertThat(loss.after().order().play()).isEqualTo("loss-review");
    }

    @Test
    void aReviewThatIsOverdueBeginsOneWhereNoneIsOpen() {
        Changed begun =
                changed(take(of(Reason.LIFE_LOSS_UNREVIEWED, Severity.MEDIUM).build()));

        assertThat(begun.before()).isNull();
        assertThat(begun.after().order().play()).isEqualTo("loss-review");
    }

    @Test
    void aReviewThatIsOverdueMakesTheOpenOneGraver() {
        Changed review = changed(take(of(Reason.LIFE_CHURNED, Severity.LOW).build()));

        Changed overdue =
                changed(take(of(Reason.LIFE_LOSS_UNREVIEWED, Severity.MEDIUM).build()));

        assertThat(overdue.after().taskId()).isEqualTo(review.after().taskId());
        assertThat(overdue.after().severity()).isEqualTo(Severity.MEDIUM);
    }

    private static Signals idleSeats() {
        return of(Reason.USAGE_SEATS_IDLE, Severity.MEDIUM);
    }

    private static Signals of(Reason reason, Severity severity) {
        return Signals.of("a")
                .reason(reason)
                .severity(severity)
                .owner("csm", "ana")
                .owner("support-lead", "lea")
                .owner("account-manager", "ben");
    }

    private SignalEffects take(SignalChanged signal) {
        SignalEffects effects = new SignalDecider(Router.of(rules, now)).decide(desk, signal, Workload.EMPTY);
        desk = desk.after(effects);
        return effects;
    }

    private static Changed changed(SignalEffects effects) {
        assertThat(effects.tasks()).hasSize(1);
        return effects.tasks().get(0);
    }

    private String told(Changed change) {
        return TaskMessage.of(change, new Background(rules.directory(), Precisions.NONE))
                .orElseThrow()
                .data()
                .happened();
    }
}

package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.PauseReason;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.TaskDecision.Refused;
import io.playcaller.router.task.TaskDecision.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A task of Ana that waits for support since ten o'clock, by a calendar without nights. */
class WaitingForSupportTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Assignment ANA = new Assignment("csm", "ana", "named-owner", "Ana is the account's csm.");
    private static final Actor BY_ANA = new Actor("ana", "ana", "Ana Lima");
    private static final Duration FIVE_DAYS = Duration.ofDays(5);

    private final RouterRules rules = TestRules.read();
    private final BusinessCalendar always = rules.calendars().of("24x7");
    private final Task open = task();
    private final Task waiting = pause(open, NOW, PauseReason.WAITING_FOR_SUPPORT);

    @Test
    void whileASevereTicketIsOpenThePauseGoesOnAndIsLookedAtAgain() {
        // Given
        Timer first = pauseTimer(waiting);
        assertThat(first.dueAt()).isEqualTo(NOW.plus(FIVE_DAYS));

        // When
        Changed on = changed(at(first.dueAt()).ended(waiting, first, true));

        // Then
        Timer second = pauseTimer(on.after());
        assertThat(second.dueAt()).isEqualTo(first.dueAt().plus(FIVE_DAYS));
        assertThat(second.level()).as("each is said once").isEqualTo(first.level() + 1);
        assertThat(on.after().due().firstTouch()).isNull();
        assertThat(on.step().transition()).isEqualTo(TaskTransition.NOTED);
        assertThat(on.step().sentence()).contains("still open", second.dueAt().toString());
        assertThat(at(first.dueAt()).ended(on.after(), first, true)).isInstanceOf(Unchanged.class);

        // When: by the next look it is solved
        Task over = changed(at(second.dueAt()).ended(on.after(), second, false)).after();

        // Then
        assertThat(over.pause()).isEmpty();
        assertThat(over.due().firstTouch())
                .isEqualTo(open.due().firstTouch().plus(FIVE_DAYS).plus(FIVE_DAYS));
    }

    @Test
    void aPauseThatGoesOnIsNoFurtherPause() {
        Timer first = pauseTimer(waiting);
        Task on = changed(at(first.dueAt()).ended(waiting, first, true)).after();
        Task resumed = changed(at(NOW.plus(FIVE_DAYS)).resume(on, BY_ANA)).after();

        Task second = pause(resumed, NOW.plus(FIVE_DAYS), PauseReason.WAITING_FOR_SUPPORT);

        assertThat(second.pause()).isPresent();
        Task again = changed(at(NOW.plus(FIVE_DAYS)).resume(second, BY_ANA)).after();
        assertThat(at(NOW.plus(FIVE_DAYS)).pause(again, BY_ANA, PauseReason.WAITING_FOR_SUPPORT, null))
                .isInstanceOfSatisfying(
                        Refused.class, third -> assertThat(third.code()).isEqualTo("pause-needs-lead"));
    }

    @Test
    void aTicketThatMovesEndsThePauseAtOnce() {
        Instant moved = NOW.plus(Duration.ofHours(3));

        Changed over = changed(at(moved).ticketMoved(waiting));

        assertThat(over.step().transition()).isEqualTo(TaskTransition.RESUMED);
        assertThat(over.after().due().firstTouch())
                .isEqualTo(open.due().firstTouch().plus(Duration.ofHours(3)));
        assertThat(over.cancelled()).contains(pauseTimer(waiting));
    }

    @Test
    void whoWaitsForTheCustomerWaitsForNoTicket() {
        Task forCustomer = pause(open, NOW, PauseReason.WAITING_FOR_CUSTOMER);
        Timer limit = pauseTimer(forCustomer);

        assertThat(at(NOW).ticketMoved(forCustomer)).isInstanceOf(Unchanged.class);
        assertThat(at(NOW).ticketMoved(open)).isInstanceOf(Unchanged.class);
        assertThat(changed(at(limit.dueAt()).ended(forCustomer, limit, true))
                        .after()
                        .pause())
                .isEmpty();
    }

    private Pausing at(Instant now) {
        return new Pausing(now, always);
    }

    private Task pause(Task task, Instant now, PauseReason because) {
        return changed(at(now).pause(task, BY_ANA, because, null)).after();
    }

    private static Timer pauseTimer(Task task) {
        return task.timers().stream()
                .filter(timer -> timer.clock() == Clock.PAUSE)
                .findFirst()
                .orElseThrow();
    }

    private static Changed changed(TaskDecision decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return (Changed) decision;
    }

    private Task task() {
        Play play = rules.plays().play("usage-drop").orElseThrow();
        SlaPolicy policy = SlaPolicy.of(
                Signals.of("a1").build().severity(), play.sla(), play.giveUp(), play.escalation(), rules.sla());
        WorkOrder order = new WorkOrder(
                UUID.randomUUID(), UUID.randomUUID(), play.key(), play.title(), play.ask(), 60, policy, NOW, List.of());
        return new TaskDecider(NOW)
                .create(order, Signals.of("a1").build(), ANA, always)
                .after();
    }
}

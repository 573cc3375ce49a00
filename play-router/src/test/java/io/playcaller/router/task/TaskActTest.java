package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.TaskAct.Acknowledge;
import io.playcaller.router.task.TaskAct.Comment;
import io.playcaller.router.task.TaskAct.Complete;
import io.playcaller.router.task.TaskAct.Hand;
import io.playcaller.router.task.TaskAct.Snooze;
import io.playcaller.router.task.TaskAct.Touch;
import io.playcaller.router.task.TaskAct.Update;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.TaskDecision.Refused;
import io.playcaller.router.task.TaskDecision.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskActTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Actor BY_ANA = new Actor("ana", "ana", "Ana Lima");
    private static final Assignment ANA = new Assignment("csm", "ana", "named-owner", "Ana is the account's csm.");

    private final RouterRules rules = TestRules.read();
    private final BusinessCalendar always = rules.calendars().of("24x7");
    private final Task task = new TaskDecider(NOW)
            .create(order(), Signals.of("a1").build(), ANA, always)
            .after();

    @Test
    void aCommentStopsNoClockAndAcceptsNothing() {
        Changed commented = changed(new Comment("Their CFO is new.").on(task, hand(1)));

        assertThat(commented.step().transition()).isEqualTo(TaskTransition.COMMENTED);
        assertThat(commented.step().actor()).isEqualTo("ana");
        assertThat(commented.step().sentence())
                .as("words of people stay out of what leaves the service")
                .doesNotContain("CFO");
        assertThat(commented.after().state()).isEqualTo(TaskState.OPEN);
        assertThat(commented.after().clocks()).isEqualTo(task.clocks());
        assertThat(commented.armed()).isEmpty();
        assertThat(commented.cancelled()).isEmpty();
    }

    @Test
    void anEndedTaskCanStillBeCommentedOn() {
        Task done = changed(new Complete(PlayOutcome.SUCCEEDED, Closing.HELPED, null, null).on(task, hand(1)))
                .after();

        Changed commented = changed(new Comment("They called back.").on(done, hand(2)));

        assertThat(commented.after().state()).isEqualTo(TaskState.COMPLETED);
        assertThat(commented.ends()).as("its play ended once").isFalse();
    }

    @Test
    void aSnoozeBuysNoTime() {
        Changed snoozed = changed(new Snooze(at(48), "Waits for their answer.").on(task, hand(1)));

        assertThat(snoozed.step().transition()).isEqualTo(TaskTransition.SNOOZED);
        assertThat(snoozed.after().due()).isEqualTo(task.due());
        assertThat(snoozed.after().timers()).isEqualTo(task.timers());
    }

    @Test
    void aSnoozeEndsAfterNowAndWithinThirtyDays() {
        assertThat(new Snooze(at(1), "?").on(task, hand(1))).isInstanceOf(Refused.class);
        assertThat(new Snooze(NOW.plus(Duration.ofDays(30)).plusSeconds(1), "?").on(task, hand(0)))
                .isInstanceOf(Refused.class);
        assertThat(new Snooze(NOW.plus(Duration.ofDays(30)), "Holidays.").on(task, hand(0)))
                .isInstanceOf(Changed.class);
    }

    @Test
    void onlyWhoHasATaskOrALeadSnoozesIt() {
        Snooze snooze = new Snooze(at(48), "Later.");
        Actor ben = new Actor("ben", "ben", "Ben Berg");

        assertThat(snooze.on(task, hand(1, ben))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("not-yours");
            assertThat(refused.sentence()).startsWith("ana has it");
        });
        assertThat(snooze.on(task, hand(1, ben.leading(true)))).isInstanceOf(Changed.class);
        assertThat(new Comment("Seen.").on(task, hand(1, ben)))
                .as("a word is free")
                .isInstanceOf(Changed.class);
    }

    @Test
    void anEndedTaskCannotBeSnoozed() {
        Task done = changed(new Complete(PlayOutcome.FAILED, Closing.FALSE_ALARM, null, null).on(task, hand(1)))
                .after();

        assertThat(new Snooze(at(48), "Later.").on(done, hand(2)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("task-ended"));
    }

    @Test
    void theSameUnderTheSameKeyIsDoneOnce() {
        Deed first = deed(new Touch(TouchKind.CALL, "They call back."));
        Deed again = deed(new Touch(TouchKind.CALL, "They call back."));
        Task touched = changed(first.on(task, hand(1), null)).after();

        assertThat(again.on(touched, hand(2), first.fingerprint())).isInstanceOf(Unchanged.class);
    }

    @Test
    void theSameKeyStandsForOneThingOnly() {
        UUID kept = deed(new Update("Slow.")).fingerprint();

        assertThat(deed(new Update("Fast.")).on(task, hand(1), kept))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("idempotency.reused"));
        assertThat(deed(new Comment("Slow.")).on(task, hand(1), kept)).isInstanceOf(Refused.class);
    }

    @Test
    void whatRunsOutFirstIsNeverTheEndOfThePlay() {
        assertThat(task.firstDue().orElseThrow().clock()).isEqualTo(Clock.ACCEPT);

        Task acknowledged = changed(new Acknowledge(true).on(task, hand(1))).after();
        assertThat(acknowledged.firstDue().orElseThrow().clock()).isNotEqualTo(Clock.ACCEPT);

        Task done = changed(new Complete(PlayOutcome.SUCCEEDED, Closing.HELPED, null, null).on(task, hand(1)))
                .after();
        assertThat(done.firstDue()).isEmpty();
    }

    private static Deed deed(TaskAct act) {
        return new Deed(BY_ANA, act, "key-1");
    }

    private Hand hand(int hours) {
        return hand(hours, BY_ANA);
    }

    private Hand hand(int hours, Actor actor) {
        return new Hand(new TaskDecider(at(hours)), actor, ANA, always, always);
    }

    private static Instant at(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    private static Changed changed(TaskDecision decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return (Changed) decision;
    }

    private WorkOrder order() {
        Play play = rules.plays().play("usage-drop").orElseThrow();
        SlaPolicy policy = SlaPolicy.of(Severity.HIGH, play.sla(), play.giveUp(), play.escalation(), rules.sla());
        return new WorkOrder(
                UUID.randomUUID(), UUID.randomUUID(), play.key(), play.title(), play.ask(), 60, policy, NOW, List.of());
    }
}

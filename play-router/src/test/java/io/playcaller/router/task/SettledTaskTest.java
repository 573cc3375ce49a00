package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.delivery.Background;
import io.playcaller.router.delivery.TaskMessage;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A task whose customer is well again after somebody had accepted it. */
class SettledTaskTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant OVER = NOW.plus(Duration.ofHours(2));
    private static final BusinessTime WRAP_UP = BusinessTime.parse("5bd").orElseThrow();
    private static final Assignment ANA = new Assignment("csm", "ana", "named-owner", "Ana is the account's csm.");
    private static final Actor BY_ANA = new Actor("ana", "ana", "Ana Lima");

    private final RouterRules rules = TestRules.read();
    private final BusinessCalendar always = rules.calendars().of("24x7");
    private final Signals signals = Signals.of("a1");
    private final SignalChanged signal = signals.build();
    private final SlaPolicy policy = policy();
    private final Task open = task();
    private final Task accepted =
            changed(new TaskDecider(NOW).acknowledge(open, BY_ANA, ANA, always)).after();
    private final Changed settled = changed(ended(accepted, SignalState.CLEARED));

    @Test
    void nothingUrgesAnyMoreAndItsPersonIsTold() {
        assertThat(settled.step().transition()).isEqualTo(TaskTransition.SETTLED);
        assertThat(TaskMessage.of(settled, new Background(rules.directory(), Precisions.NONE)))
                .isPresent();
        assertThat(settled.after().state()).isEqualTo(TaskState.ACKNOWLEDGED);
        assertThat(settled.after().due().firstTouch()).isNull();
        assertThat(settled.after().due().complete()).isNull();
        assertThat(settled.after().timers()).extracting(Timer::clock).containsExactly(Clock.GIVE_UP);
        assertThat(settled.after().signal()).as("what it was about").isEqualTo(signal);
    }

    @Test
    void itEndsByItselfAfterTheTimeToSayHowItWent() {
        Timer last = settled.after().timers().iterator().next();

        Changed closed = changed(new TaskDecider(last.dueAt()).fire(settled.after(), last, null));

        assertThat(last.dueAt()).isEqualTo(OVER.plus(Duration.ofDays(5)));
        assertThat(closed.after().ending()).extracting(Ending::outcome).isEqualTo(PlayOutcome.SUCCEEDED);
        assertThat(closed.step().sentence()).isEqualTo("What it was about is over.");
    }

    @Test
    void oneThatNeverHeldIsNoSuccess() {
        Task retracted = changed(ended(accepted, SignalState.RETRACTED)).after();
        Timer last = retracted.timers().iterator().next();

        Changed closed = changed(new TaskDecider(last.dueAt()).fire(retracted, last, null));

        assertThat(closed.after().ending()).extracting(Ending::outcome).isEqualTo(PlayOutcome.RETRACTED);
    }

    @Test
    void itsPersonStillAnswersTheClosingQuestion() {
        Changed completed = changed(new TaskDecider(OVER.plusSeconds(60))
                .complete(settled.after(), BY_ANA, PlayOutcome.FAILED, Closing.NO_EFFECT));

        assertThat(completed.after().ending()).extracting(Ending::outcome).isEqualTo(PlayOutcome.FAILED);
        assertThat(completed.after().timers()).isEmpty();
    }

    @Test
    void whatHoldsAgainIsUrgedAgainAndTold() {
        Instant later = OVER.plus(Duration.ofDays(1));
        SignalChanged reopened = signals.transition(3, SignalState.OPENED).build();

        Changed again = changed(new TaskDecider(later).join(settled.after(), reopened, policy, always));

        assertThat(again.step().transition()).isEqualTo(TaskTransition.RAISED);
        assertThat(again.step().sentence()).startsWith("It holds again: ");
        assertThat(again.after().due().firstTouch()).isEqualTo(later.plus(Duration.ofDays(1)));
        assertThat(again.after().due().complete()).isEqualTo(later.plus(Duration.ofDays(15)));
        assertThat(again.after().clock(Clock.GIVE_UP).orElseThrow().dueAt()).isEqualTo(later.plus(Duration.ofDays(30)));
        assertThat(again.after().settled()).isNull();
    }

    @Test
    void withoutATimeForItItWaitsAndSaysWhyItIsStill() {
        Task still = changed(new TaskDecider(OVER)
                        .episodeEnded(
                                accepted,
                                signals.transition(2, SignalState.CLEARED).build(),
                                null,
                                always))
                .after();

        assertThat(still.timers()).isEmpty();
        assertThat(still.whyStill()).contains("what it is about is over");
    }

    @Test
    void oneThatNobodyAcceptedButSomebodyCalledAboutHasSucceeded() {
        Actor ben = new Actor("ben", "ben", "Ben Berg");
        Task touched = changed(new TaskDecider(NOW).touch(open, ben, null, TouchKind.CALL, always))
                .after();

        assertThat(changed(ended(touched, SignalState.CLEARED)).after().ending())
                .extracting(Ending::outcome)
                .isEqualTo(PlayOutcome.SUCCEEDED);
    }

    private TaskDecision ended(Task task, SignalState state) {
        return new TaskDecider(OVER)
                .episodeEnded(task, signals.transition(2, state).build(), WRAP_UP, always);
    }

    private SlaPolicy policy() {
        Play play = rules.plays().play("usage-drop").orElseThrow();
        return SlaPolicy.of(Severity.HIGH, play.sla(), play.giveUp(), play.escalation(), rules.sla());
    }

    private Task task() {
        Play play = rules.plays().play("usage-drop").orElseThrow();
        WorkOrder order = new WorkOrder(
                UUID.randomUUID(), UUID.randomUUID(), play.key(), play.title(), play.ask(), 60, policy, NOW, List.of());
        return new TaskDecider(NOW).create(order, signal, ANA, always).after();
    }

    private static Changed changed(TaskDecision decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return (Changed) decision;
    }
}

package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.play.Play;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.TasksOfRun;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A missed milestone whose play gave up while an escalation about the price is open, so that what follows joins that. */
class FollowedUpSignalTest {

    private static final Instant BEGUN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant GIVEN_UP = Instant.parse("2026-04-02T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-04-09T10:00:00Z");

    private final RouterRules rules = TestRules.read();
    private final UUID episode = UUID.randomUUID();
    private final Signals missed =
            Signals.of("a").episode(episode).reason(Reason.ONB_MILESTONE_MISSED).owner("csm", "ben");
    private AccountDesk desk = AccountDesk.EMPTY;

    private final Task first = taskOf(take(missed, BEGUN));
    private final Task escalation = begunMeanwhile();

    @Test
    void whatFollowsJoinsWhatIsOpenOfItsGroup() {
        // When
        SignalEffects effects = followUp();

        // Then
        assertThat(effects.ledger()).extracting(KnownSignal::status).containsExactly(SignalStatus.JOINED);
        assertThat(effects.ledger()).extracting(KnownSignal::taskId).containsExactly(escalation.taskId());
        assertThat(effects.courses()).isEmpty();
    }

    @Test
    void whenThatEndsWhatFollowsBeginsAndNotThePlayThatGaveUp() {
        // Given
        followUp();
        end(escalation);

        // When
        SignalEffects effects = left(escalation);

        // Then
        assertThat(taskOf(effects).order().play()).isEqualTo("account-escalation");
        assertThat(taskOf(effects).signal().episodeId()).isEqualTo(episode);
        assertThat(taskOf(effects).order().path())
                .extracting(PathStep::reason)
                .startsWith("task-ended", "account-escalation");
    }

    @Test
    void soItIsAfterNewsOfTheMilestone() {
        // Given
        followUp();
        take(missed.transition(2, SignalState.UPDATED), GIVEN_UP);
        end(escalation);

        // When: before anybody looked at what it left
        SignalEffects effects = take(missed.transition(3, SignalState.UPDATED), LATER);

        // Then
        assertThat(taskOf(effects).order().play()).isEqualTo("account-escalation");
        assertThat(left(escalation)).isEqualTo(SignalEffects.NONE);
    }

    @Test
    void whatMayNotBeginYetIsAskedAgainWithTheNextNews() {
        KnownSignal stopped = new KnownSignal(
                missed.build(),
                SignalStatus.STOPPED,
                null,
                List.of(PathStep.followUp("account-escalation", "Account escalation")));
        desk = AccountDesk.EMPTY.after(new SignalEffects(List.of(stopped), List.of()));

        SignalEffects effects = take(missed.transition(2, SignalState.UPDATED), LATER);

        assertThat(taskOf(effects).order().play()).isEqualTo("account-escalation");
    }

    @Test
    void whatGetsGraverAfterwardsIsAsNew() {
        // Given
        followUp();
        end(escalation);

        // When
        SignalEffects effects = take(missed.severity(Severity.CRITICAL).transition(2, SignalState.UPDATED), LATER);

        // Then
        assertThat(taskOf(effects).order().play()).isEqualTo("milestone-missed");
    }

    @Test
    void whatBeginsOnceMoreIsAnotherRun() {
        // Given: what followed is no play any more
        KnownSignal joined = new KnownSignal(missed.build(), SignalStatus.JOINED, escalation.taskId(), List.of());
        desk = desk.after(new SignalEffects(List.of(joined), List.of()));
        end(escalation);

        // When
        Task second = taskOf(left(escalation));

        // Then
        assertThat(second.order().play()).isEqualTo(first.order().play());
        assertThat(second.taskId()).isNotEqualTo(first.taskId());
        assertThat(second.order().playRunId()).isNotEqualTo(first.order().playRunId());
    }

    /** The milestone's task ends with its run. */
    private SignalEffects followUp() {
        SignalEffects effects = new DeskRouter(Router.of(rules, GIVEN_UP))
                .followUp(desk, desk.signals().get(episode), play("account-escalation"), Workload.EMPTY);
        desk = desk.after(effects);
        return effects;
    }

    private Task begunMeanwhile() {
        end(first);
        return taskOf(take(Signals.of("a").reason(Reason.COM_PRICE).severity(Severity.CRITICAL), BEGUN));
    }

    private SignalEffects left(Task ended) {
        SignalEffects effects = decider(LATER).taskEnded(desk, ended.taskId(), Workload.EMPTY);
        desk = desk.after(effects);
        return effects;
    }

    private void end(Task task) {
        Task open = desk.openTasks().get(task.taskId());
        Changed ended = (Changed) TasksOfRun.ended(open, PlayOutcome.EXPIRED, "The play gave up.", GIVEN_UP);
        desk = desk.after(new SignalEffects(List.of(), List.of(ended)));
    }

    private SignalEffects take(Signals signal, Instant now) {
        SignalEffects effects = decider(now).decide(desk, signal.build(), Workload.EMPTY);
        desk = desk.after(effects);
        return effects;
    }

    private SignalDecider decider(Instant now) {
        return new SignalDecider(Router.of(rules, now));
    }

    private Play play(String key) {
        return rules.plays().play(key).orElseThrow();
    }

    private static Task taskOf(SignalEffects effects) {
        assertThat(effects.tasks()).hasSize(1);
        return effects.tasks().get(0).after();
    }
}

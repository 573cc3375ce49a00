package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.run.CustomerFacts;
import io.playcaller.router.run.StepRun;
import io.playcaller.router.run.StepState;
import io.playcaller.router.task.Closing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The shipped plays of several steps, from the signal to the end of the run. */
class RunOfStepsTest {

    private final UUID episode = UUID.randomUUID();
    private final RunLife life = new RunLife(TestRules.read());

    @Test
    void theCustomerIsToldAlsoWhenTheirScoreIsBetterByThen() {
        life.say(signal(Reason.SEN_NPS_DETRACTOR).build());

        life.complete("talk", PlayOutcome.SUCCEEDED, Closing.HELPED);
        life.say(signal(Reason.SEN_NPS_DETRACTOR)
                .transition(2, SignalState.CLEARED)
                .build());
        life.complete("theme-filed", PlayOutcome.SUCCEEDED, Closing.HELPED);

        assertThat(life.open()).containsExactly("customer-told");
        assertThat(life.task("customer-told").assignment().staffId()).isEqualTo("ben");
        assertThat(life.task("customer-told").assignment().how()).isEqualTo("same-person");
        assertThat(life.run().end()).isNull();

        life.complete("customer-told", PlayOutcome.SUCCEEDED, Closing.HELPED);

        assertThat(outcome()).isEqualTo(PlayOutcome.SUCCEEDED);
    }

    @Test
    void theSponsorOfOursCallsTwoBusinessDaysLaterWhetherOrNotTheFirstStepIsDone() {
        life.say(signal(Reason.REL_SPONSOR_LEFT).build());

        life.pass(Duration.ofDays(1));
        assertThat(life.open()).containsExactly("find-sponsor");
        life.pass(Duration.ofDays(2));

        assertThat(life.open()).containsExactly("find-sponsor", "sponsor-call");
    }

    @Test
    void aRunWithAnExitGoesOnWhenItsWorkIsDoneAndExpiresWhereTheCustomerNeverGetsThere() {
        life.say(signal(Reason.REL_SPONSOR_LEFT).build());
        life.pass(Duration.ofDays(3));
        life.complete("find-sponsor", PlayOutcome.SUCCEEDED, Closing.HELPED);
        life.complete("sponsor-call", PlayOutcome.SUCCEEDED, Closing.HELPED);

        assertThat(life.run().end()).isNull();
        life.pass(Duration.ofDays(70));

        assertThat(outcome()).isEqualTo(PlayOutcome.EXPIRED);
    }

    @Test
    void theEndOfARunTakesItsOpenTasksWithIt() {
        life.say(signal(Reason.REL_SPONSOR_LEFT).build());
        life.pass(Duration.ofDays(3));
        life.acknowledge("find-sponsor");

        life.say(signal(Reason.REL_SPONSOR_LEFT)
                .transition(2, SignalState.CLEARED)
                .build());

        assertThat(outcome()).isEqualTo(PlayOutcome.SUCCEEDED);
        assertThat(life.open()).isEmpty();
        assertThat(life.task("sponsor-call").state()).isEqualTo(TaskState.WITHDRAWN);
        assertThat(life.task("find-sponsor").ending().outcome()).isEqualTo(PlayOutcome.SUCCEEDED);
    }

    @Test
    void whereNobodyLookedNobodySucceeded() {
        life.say(signal(Reason.REL_SPONSOR_LEFT).build());

        life.say(signal(Reason.REL_SPONSOR_LEFT)
                .transition(2, SignalState.CLEARED)
                .build());

        assertThat(outcome()).isEqualTo(PlayOutcome.RECOVERED);
    }

    @Test
    void whatNeverHeldEndsTheRunAsRetracted() {
        life.say(signal(Reason.SEN_NPS_DETRACTOR).build());
        life.acknowledge("talk");

        life.say(signal(Reason.SEN_NPS_DETRACTOR)
                .transition(2, SignalState.RETRACTED)
                .build());

        assertThat(outcome()).isEqualTo(PlayOutcome.RETRACTED);
        assertThat(life.open()).isEmpty();
    }

    @Test
    void aFalseAlarmSparesWhatWasToFollow() {
        life.say(signal(Reason.SEN_NPS_DETRACTOR).build());

        life.complete("talk", PlayOutcome.FAILED, Closing.FALSE_ALARM);

        assertThat(outcome()).isEqualTo(PlayOutcome.FAILED);
        assertThat(life.started()).containsExactly("talk");
    }

    @Test
    void anEscalationIsOverWhenTheGradeHasHeldForTwoWeeksAndSomebodyHasSpokenWithThem() {
        life.say(signal(Reason.COM_PRICE).build());
        life.acknowledge("account-escalation");

        life.customerIs(customer(Grade.C, life.now()));
        life.pass(Duration.ofDays(10));
        life.customerIs(customer(Grade.D, life.now()));
        life.pass(Duration.ofDays(1));
        life.customerIs(customer(Grade.B, life.now()));
        life.pass(Duration.ofDays(13));
        assertThat(life.run().end()).isNull();
        life.pass(Duration.ofDays(2));

        assertThat(outcome()).isEqualTo(PlayOutcome.SUCCEEDED);
    }

    @Test
    void aRenewalGoesBySteppingBackFromTheNoticeDeadlineAndLeavesOutWhatHasPassed() {
        LocalDate notice = LocalDate.of(2026, 6, 10);

        life.say(signal(Reason.FC_RENEWAL_DUE)
                .renewal(LocalDate.of(2026, 7, 10), notice)
                .build());
        assertThat(life.started()).containsExactly("value-review");
        life.pass(Duration.between(life.now(), Instant.parse("2026-03-13T10:00:00Z")));
        assertThat(life.started()).containsExactly("value-review", "forecast");
        life.pass(Duration.ofDays(60));

        assertThat(life.started()).containsExactly("value-review", "forecast", "proposal", "close");
        assertThat(state("mail-7").state()).isEqualTo(StepState.SKIPPED);
        assertThat(state("mail-7").because()).isEqualTo("It is for accounts of another tier.");
    }

    @Test
    void aDeadlineThatIsCorrectedMovesTheStepsThatWaitAndLeavesOutWhatHasPassedByThen() {
        // Given a contract of which nobody knew that it can be cancelled
        LocalDate end = LocalDate.of(2026, 8, 20);
        life.say(signal(Reason.FC_RENEWAL_DUE).renewal(end, null).build());
        assertThat(life.started()).containsExactly("value-review");

        // When
        life.say(signal(Reason.FC_RENEWAL_DUE)
                .transition(2, SignalState.UPDATED)
                .renewal(end, LocalDate.of(2026, 4, 25))
                .build());

        // Then
        assertThat(life.run().date()).isEqualTo(LocalDate.of(2026, 4, 25));
        assertThat(life.started()).containsExactly("value-review", "proposal");
        assertThat(state("forecast").state()).isEqualTo(StepState.SKIPPED);
        life.pass(Duration.between(life.now(), Instant.parse("2026-03-26T10:00:00Z")));
        assertThat(life.started()).containsExactly("value-review", "proposal", "close");
    }

    @Test
    void aDeadlineThatIsCorrectedToALaterDayPutsOffTheStepsThatWait() {
        // Given
        LocalDate end = LocalDate.of(2026, 8, 20);
        life.say(signal(Reason.FC_RENEWAL_DUE)
                .renewal(end, LocalDate.of(2026, 6, 10))
                .build());

        // When
        life.say(signal(Reason.FC_RENEWAL_DUE)
                .transition(2, SignalState.UPDATED)
                .renewal(end, null)
                .build());
        life.pass(Duration.between(life.now(), Instant.parse("2026-05-21T10:00:00Z")));

        // Then
        assertThat(life.started()).containsExactly("value-review");
        life.pass(Duration.ofDays(2));
        assertThat(life.started()).containsExactly("value-review", "forecast");
    }

    @Test
    void aReviewThatWasAskedForEndsTheSignalAndNotTheWinBack() {
        life.say(signal(Reason.LIFE_LOSS_UNREVIEWED).build());
        life.say(signal(Reason.LIFE_LOSS_UNREVIEWED)
                .transition(2, SignalState.CLEARED)
                .build());
        life.complete("review", PlayOutcome.SUCCEEDED, Closing.HELPED);
        assertThat(outcome()).isNull();

        life.pass(Duration.ofDays(91));

        assertThat(life.open()).containsExactly("win-back-90");
    }

    @Test
    void whoIsBackIsNotWonBack() {
        life.say(signal(Reason.LIFE_CHURNED).build());
        life.complete("review", PlayOutcome.SUCCEEDED, Closing.HELPED);

        life.say(signal(Reason.LIFE_CHURNED).transition(2, SignalState.CLEARED).build());

        assertThat(outcome()).isEqualTo(PlayOutcome.SUCCEEDED);
    }

    @Test
    void aRenewalWithoutADateIsNotBegunAndSaysSo() {
        SignalEffects effects = life.say(signal(Reason.FC_RENEWAL_DUE).build());

        assertThat(effects.tasks()).isEmpty();
        assertThat(effects.ledger().get(0).path().get(1).reason()).isEqualTo("no-date");
    }

    @Test
    void aReferenceIsNotAskedForAgainWithinNinetyDays() {
        SignalEffects first = life.say(signal(Reason.ADV_REFERENCE_DUE).build());
        life.completeWhole(first.tasks().get(0).after(), PlayOutcome.SUCCEEDED, Closing.HELPED);

        SignalEffects again =
                life.say(Signals.of("a").reason(Reason.ADV_REFERENCE_DUE).build());

        assertThat(again.tasks()).isEmpty();
        assertThat(again.ledger().get(0).why()).isEqualTo("A run of it is open on the account.");
    }

    private StepRun state(String step) {
        return life.run().steps().stream()
                .filter(one -> one.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable PlayOutcome outcome() {
        return life.run().end() == null ? null : life.run().end().outcome();
    }

    private Signals signal(Reason reason) {
        return Signals.of("a").episode(episode).reason(reason).owner("csm", "ben");
    }

    private static CustomerFacts customer(Grade grade, Instant touched) {
        return new CustomerFacts(grade, "adoption", Set.of(), touched, 0, Map.of(), Map.of());
    }
}

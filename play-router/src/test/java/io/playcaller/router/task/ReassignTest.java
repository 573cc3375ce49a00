package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaClock;
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

class ReassignTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(30));
    private static final Actor BY_ANA = new Actor("ana", "ana", "Ana Lima");
    private static final Actor BY_BEN = new Actor("ben", "ben", "Ben Berg");
    private static final Assignment ANA = new Assignment("csm", "ana", "named-owner", "Ana is the account's csm.");
    private static final Assignment BEN = new Assignment("csm", "ben", "by-hand", "Ana gave it to Ben.");

    private final RouterRules rules = TestRules.read();
    private final BusinessCalendar always = rules.calendars().of("24x7");
    private final Task task = new TaskDecider(NOW)
            .create(order(), Signals.of("a1").build(), ANA, always)
            .after();

    @Test
    void whoGetsItIsAskedToAcceptItAnew() {
        Task accepted = ((Changed) new TaskDecider(NOW).acknowledge(task, BY_ANA, null, always)).after();

        Changed given = (Changed) new TaskDecider(LATER).reassign(accepted, BY_ANA, BEN, always);

        assertThat(given.step().transition()).isEqualTo(TaskTransition.ASSIGNED);
        assertThat(given.after().assignment()).isEqualTo(BEN.since(LATER));
        assertThat(given.after().state()).isEqualTo(TaskState.OPEN);
        assertThat(given.after().clock(Clock.ACCEPT).filter(SlaClock::isRunning))
                .isPresent();
        assertThat(given.after().clock(Clock.ACCEPT).orElseThrow().dueAt())
                .isEqualTo(task.clock(Clock.ACCEPT).orElseThrow().dueAt().plus(Duration.ofMinutes(30)));
    }

    @Test
    void itSaysByWhomAndWhereItWasGiven() {
        TaskAct.Hand hand = new TaskAct.Hand(new TaskDecider(LATER), BY_ANA, null, always, always);

        Changed here = (Changed) new TaskAct.Reassign("ben", "Ben Berg", null, "He knows them.").on(task, hand);
        Changed inJira = (Changed) new TaskAct.Reassign("ben", "Ben Berg", "jira", null).on(task, hand);

        assertThat(here.after().assignment())
                .isEqualTo(new Assignment("csm", "ben", "by-hand", "Ana Lima gave it to Ben Berg.").since(LATER));
        assertThat(inJira.after().assignment().sentence()).isEqualTo("Ana Lima gave it to Ben Berg in jira.");
    }

    @Test
    void whatIsToldLateUndoesNothingThatIsNewerAndStandsInTheLog() {
        // Given: to Ben at nine past, which did not arrive; to Cleo at ten past, which did
        Instant toBen = NOW.plus(Duration.ofMinutes(9));
        Instant toCleo = NOW.plus(Duration.ofMinutes(10));
        Task cleos = ((Changed) inJira("cleo", toCleo).on(task, by(LATER))).after();

        // When
        Changed late = (Changed) inJira("ben", toBen).on(cleos, by(LATER.plusSeconds(600)));

        // Then
        assertThat(late.after().assignment().staffId()).isEqualTo("cleo");
        assertThat(late.step().transition()).isEqualTo(TaskTransition.NOTED);
        assertThat(late.step().sentence()).startsWith("Ana Lima gave it to ben in jira at " + toBen);
    }

    @Test
    void ofTwoThatWereSaidSoonAfterOneAnotherTheSecondCountsHoweverLateBothCome() {
        Task bens = ((Changed) inJira("ben", NOW.plusSeconds(10)).on(task, by(LATER))).after();

        Changed cleos = (Changed) inJira("cleo", NOW.plusSeconds(12)).on(bens, by(LATER.plusSeconds(1)));

        assertThat(cleos.after().assignment().staffId()).isEqualTo("cleo");
    }

    @Test
    void whatWasSaidHereSinceIsNewerThanWhatAToolSaidBefore() {
        Task bens = ((Changed) new TaskDecider(LATER).reassign(task, BY_ANA, BEN, always)).after();

        Changed late = (Changed) inJira("cleo", LATER.minusSeconds(1)).on(bens, by(LATER.plusSeconds(1)));

        assertThat(late.after().assignment().staffId()).isEqualTo("ben");
    }

    @Test
    void aNewerWordForWhoHasItIsNotUndoneByAnOlderOneForAnother() {
        Task bens = ((Changed) new TaskDecider(NOW.plusSeconds(1)).reassign(task, BY_ANA, BEN, always)).after();
        Task stillBens = ((Changed) inJira("ben", NOW.plusSeconds(20)).on(bens, by(LATER))).after();

        Changed late = (Changed) inJira("cleo", NOW.plusSeconds(10)).on(stillBens, by(LATER.plusSeconds(1)));

        assertThat(stillBens.assignment()).isEqualTo(BEN.since(NOW.plusSeconds(20)));
        assertThat(late.after().assignment().staffId()).isEqualTo("ben");
    }

    @Test
    void aToolWhoseClockIsAheadHoldsUpNothingThatIsSaidLater() {
        Task bens = ((Changed) inJira("ben", LATER.plus(Duration.ofDays(1))).on(task, by(LATER))).after();

        Changed cleos = (Changed) inJira("cleo", LATER.plusSeconds(2)).on(bens, by(LATER.plusSeconds(2)));

        assertThat(cleos.after().assignment().staffId()).isEqualTo("cleo");
    }

    private static TaskAct.Reassign inJira(String to, Instant at) {
        return new TaskAct.Reassign(to, to, "jira", null, at);
    }

    private TaskAct.Hand by(Instant now) {
        return new TaskAct.Hand(new TaskDecider(now), BY_ANA, null, always, always);
    }

    @Test
    void theOtherClocksKeepTheirTime() {
        Changed given = (Changed) new TaskDecider(LATER).reassign(task, BY_ANA, BEN, always);

        assertThat(given.after().due().firstTouch()).isEqualTo(task.due().firstTouch());
        assertThat(given.after().due().complete()).isEqualTo(task.due().complete());
    }

    @Test
    void whoTakesItThemselvesHasAcceptedIt() {
        Changed taken = (Changed) new TaskDecider(LATER).reassign(task, BY_BEN, BEN, always);

        assertThat(taken.after().state()).isEqualTo(TaskState.ACKNOWLEDGED);
        assertThat(taken.after().clock(Clock.ACCEPT).filter(SlaClock::isRunning))
                .isEmpty();
    }

    @Test
    void whereNobodyIsLeftToHaveItNobodyHasAcceptedIt() {
        Actor stranger = new Actor("hr-system", null, "The directory");
        Assignment nobody = new Assignment("csm", null, "nobody", "Ana left, and nobody else has the role.");
        Task accepted = ((Changed) new TaskDecider(NOW).acknowledge(task, BY_ANA, null, always)).after();

        Changed given = (Changed) new TaskDecider(LATER).reassign(accepted, stranger, nobody, always);

        assertThat(given.after().state()).isEqualTo(TaskState.OPEN);
        assertThat(given.after().clock(Clock.ACCEPT).filter(SlaClock::isRunning))
                .isPresent();
    }

    @Test
    void thatTheyHaveItAlreadyChangesNothing() {
        assertThat(new TaskDecider(LATER).reassign(task, BY_BEN, ANA, always)).isInstanceOf(Unchanged.class);
    }

    @Test
    void aTaskThatEndedIsGivenToNobody() {
        Task done = ((Changed) new TaskAct.Complete(PlayOutcome.SUCCEEDED, null, null, null)
                        .on(task, new TaskAct.Hand(new TaskDecider(NOW), BY_ANA, null, always, always)))
                .after();

        assertThat(new TaskDecider(LATER).reassign(done, BY_ANA, BEN, always)).isInstanceOf(Refused.class);
    }

    @Test
    void whoEndsItInAToolIsNotAskedTheClosingQuestion() {
        Changed done = (Changed) new TaskDecider(NOW).complete(task, BY_ANA, PlayOutcome.SUCCEEDED, null);

        assertThat(done.after().ending().closing()).isNull();
        assertThat(done.step().sentence()).isEqualTo("Completed by Ana Lima: succeeded.");
    }

    private WorkOrder order() {
        Play play = rules.plays().play("usage-drop").orElseThrow();
        SlaPolicy policy = SlaPolicy.of(
                Signals.of("a1").build().severity(), play.sla(), play.giveUp(), play.escalation(), rules.sla());
        return new WorkOrder(
                new UUID(1, 1), new UUID(1, 2), play.key(), play.title(), play.ask(), 60, policy, NOW, List.of());
    }
}

package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.delivery.Background;
import io.playcaller.router.delivery.TaskMessage;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.TaskAct.Acknowledge;
import io.playcaller.router.task.TaskAct.Hand;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.TaskDecision.Refused;
import io.playcaller.router.task.TaskDecision.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may accept a task, and what the same act means when it comes from somebody else. */
class TaskAcceptanceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Assignment ANA = new Assignment("csm", "ana", "named-owner", "Ana is the account's csm.");
    private static final Assignment NOBODY = new Assignment("cs-ops", null, "nobody", "Stands before CS Ops.");
    private static final Assignment BEN_TAKES = new Assignment("csm", "ben", "taken", "Ben Berg took it unassigned.");
    private static final Actor BY_ANA = new Actor("ana", "ana", "Ana Lima");
    private static final Actor BY_BEN = new Actor("ben", "ben", "Ben Berg");
    private static final Actor BY_STRANGER = Actor.stranger("someone@elsewhere.example");

    private final RouterRules rules = TestRules.read();
    private final BusinessCalendar always = rules.calendars().of("24x7");
    private final TaskDecider later = new TaskDecider(NOW.plus(Duration.ofHours(1)));
    private final Task anas = task(ANA);
    private final Task nobodys = task(NOBODY);

    @Test
    void somebodyOutsideTheDirectoryCannotAcceptATask() {
        assertThat(later.acknowledge(nobodys, BY_STRANGER, null, always))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("not-in-directory");
                    assertThat(refused.sentence())
                            .as("what to do")
                            .contains("someone@elsewhere.example", "directory.yaml", "e-mail address");
                });
        assertThat(later.acknowledge(anas, BY_STRANGER, null, always)).isInstanceOf(Refused.class);
    }

    @Test
    void whoAcknowledgesATaskOfAnotherTakesItOverAndThatIsTold() {
        Changed taken = changed(later.takeOver(anas, BY_BEN, BEN_TAKES, always));

        assertThat(taken.after().state()).isEqualTo(TaskState.ACKNOWLEDGED);
        assertThat(taken.after().assignment().staffId()).isEqualTo("ben");
        assertThat(taken.after().assignment().sentence()).isEqualTo("Ben Berg took it over from ana.");
        assertThat(TaskMessage.of(taken, new Background(rules.directory(), Precisions.NONE))
                        .orElseThrow()
                        .data()
                        .happened())
                .isEqualTo("Ben Berg took it over from ana.");
    }

    @Test
    void whoDoesNotHaveATaskIsNotToldThatTheyDo() {
        Task accepted = changed(later.acknowledge(anas, BY_ANA, ANA, always)).after();

        assertThat(List.of(
                        later.takeOver(accepted, BY_BEN, BEN_TAKES, always),
                        later.acknowledge(accepted, BY_BEN, BEN_TAKES, always)))
                .allSatisfy(answer -> {
                    assertThat(answer).isInstanceOf(Refused.class);
                    assertThat(((Refused) answer).code()).isEqualTo("accepted-by-another");
                    assertThat(((Refused) answer).sentence())
                            .as("who has it, and what to do")
                            .startsWith("ana has accepted it.")
                            .contains("a lead");
                });
        assertThat(later.acknowledge(accepted, BY_ANA, ANA, always))
                .as("to her it is so already")
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void nobodyTakesOverAHundredTasksUnasked() {
        Hand hand = new Hand(later, BY_BEN, BEN_TAKES, always, always);

        assertThat(new Acknowledge(false).on(anas, hand))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("of-another"));
        assertThat(new Acknowledge(false).on(nobodys, hand))
                .as("what nobody has may be taken by the hundred")
                .isInstanceOf(Changed.class);
        assertThat(new Acknowledge(true).on(anas, hand)).isInstanceOf(Changed.class);
    }

    @Test
    void aTouchByAnotherMeetsTheFirstTouchAndAcceptsNothingForAna() {
        Task touched = changed(later.touch(anas, BY_BEN, BEN_TAKES, TouchKind.CALL, always))
                .after();

        assertThat(touched.clock(Clock.FIRST_TOUCH).orElseThrow().isRunning()).isFalse();
        assertThat(touched.clock(Clock.ACCEPT).orElseThrow().isRunning()).isTrue();
        assertThat(touched.state()).isEqualTo(TaskState.OPEN);
        assertThat(touched.assignment()).isEqualTo(ANA);
    }

    @Test
    void aWordBySomebodyOutsideTheDirectoryAcceptsNothing() {
        Task updated = changed(later.update(nobodys, BY_STRANGER, null, always)).after();

        assertThat(updated.state()).isEqualTo(TaskState.OPEN);
        assertThat(updated.due().accept()).isNotNull();
    }

    @Test
    void aTouchByOneOfOursTakesATaskThatNobodyHas() {
        Task touched = changed(later.touch(nobodys, BY_BEN, BEN_TAKES, TouchKind.CALL, always))
                .after();

        assertThat(touched.state()).isEqualTo(TaskState.ACKNOWLEDGED);
        assertThat(touched.assignment().staffId()).isEqualTo("ben");
    }

    private Task task(Assignment assignment) {
        Play play = rules.plays().play("usage-drop").orElseThrow();
        SlaPolicy policy = SlaPolicy.of(Severity.HIGH, play.sla(), play.giveUp(), play.escalation(), rules.sla());
        WorkOrder order = new WorkOrder(
                UUID.randomUUID(), UUID.randomUUID(), play.key(), play.title(), play.ask(), 60, policy, NOW, List.of());
        return new TaskDecider(NOW)
                .create(order, Signals.of("a1").build(), assignment, always)
                .after();
    }

    private static Changed changed(TaskDecision decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return (Changed) decision;
    }
}

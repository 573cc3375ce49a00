package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.PauseReason;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.sla.SlaTargets;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A task that its person begins on a later day, because this one is full. */
class TaskThatWaitsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-03-03T09:00:00Z");

    private final RouterRules rules = TestRules.read();
    private final BusinessCalendar calendar = rules.calendars().of("24x7");
    private final TaskDecider decider = new TaskDecider(NOW);

    @Test
    void itsClocksRunFromThen() {
        Task task = task();

        assertThat(task.startsAt()).isEqualTo(TOMORROW);
        assertThat(task.clocks()).isNotEmpty().allSatisfy(run -> {
            assertThat(run.startedAt()).isEqualTo(TOMORROW);
            assertThat(run.consumed(NOW, calendar)).isEqualTo(Duration.ZERO);
        });
        assertThat(task.timers()).allSatisfy(timer -> assertThat(timer.dueAt()).isAfter(TOMORROW));
    }

    @Test
    void aFurtherSignalOfTheSameWeightLeavesItWaiting() {
        Task after = joined(Severity.HIGH);

        assertThat(after.clocks()).isEqualTo(task().clocks());
    }

    @Test
    void aCriticalSignalBeginsItAtOnce() {
        Task after = joined(Severity.CRITICAL);

        assertThat(after.clock(Clock.ACCEPT).map(SlaClock::startedAt)).contains(NOW);
    }

    @Test
    void theOneOfAReplicaOfBeforeBeginsWhenItWasMade() {
        ObjectNode body = WireJson.mapper().valueToTree(task());
        ((ObjectNode) body.get("assignment")).remove("startsAt");

        assertThat(WireJson.read(WireJson.write(body), Task.class).startsAt()).isEqualTo(NOW);
        assertThat(WireJson.read(WireJson.write(task()), Task.class)).isEqualTo(task());
    }

    @Test
    void whoIsGivenItBeginsAtOnce() {
        Assignment ben = new Assignment("csm", "ben", "reassigned", "Lea gave it to Ben.");

        Task given = ((Changed) decider.reassign(task(), new Actor("lea", "lea", "Lea", true), ben, calendar)).after();

        assertThat(given.startsAt()).isEqualTo(NOW);
        assertBegunAtOnce(given);
        assertThat(given.clock(Clock.ACCEPT).filter(SlaClock::isRunning)).isPresent();
    }

    @Test
    void whoTakesItOverBeginsAtOnce() {
        Assignment ben = new Assignment("csm", "ben", "taken", "Ben took it.");

        Task taken = ((Changed) decider.takeOver(task(), new Actor("ben", "ben", "Ben"), ben, calendar)).after();

        assertThat(taken.startsAt()).isEqualTo(NOW);
        assertBegunAtOnce(taken);
    }

    @Test
    void aPausedOneThatIsGivenToAnotherStaysPausedAndBeginsWhenItGoesOn() {
        Actor lea = new Actor("lea", "lea", "Lea", true);
        Assignment ben = new Assignment("csm", "ben", "reassigned", "Lea gave it to Ben.");
        Pausing pausing = new Pausing(NOW, calendar);
        Task paused = ((Changed) pausing.pause(task(), lea, PauseReason.WAITING_FOR_CUSTOMER, null)).after();

        Task given = ((Changed) decider.reassign(paused, lea, ben, calendar)).after();

        assertThat(given.pause()).isPresent();
        assertThat(given.clock(Clock.FIRST_TOUCH).flatMap(SlaClock::pausedSince))
                .isPresent();
        assertBegunAtOnce(((Changed) pausing.resume(given, lea)).after());
    }

    /** As if it had been made for its person now. */
    private void assertBegunAtOnce(Task task) {
        Task atOnce = task(null);
        assertThat(task.clocks()).filteredOn(SlaClock::isRunning).isNotEmpty().allSatisfy(run -> {
            assertThat(run.startedAt()).isEqualTo(NOW);
            atOnce.clock(run.clock()).ifPresent(own -> assertThat(run.dueAt()).isEqualTo(own.dueAt()));
        });
        assertThat(task.due().firstTouch()).isEqualTo(atOnce.due().firstTouch());
        assertThat(task.due().complete()).isEqualTo(atOnce.due().complete());
    }

    private Task joined(Severity severity) {
        SignalChanged further =
                Signals.of("a").episode(new UUID(2, 1)).severity(severity).build();
        Changed changed = (Changed) decider.join(task(), further, policy(severity), calendar);
        assertThat(changed.step().transition())
                .isEqualTo(severity == Severity.CRITICAL ? TaskTransition.RAISED : TaskTransition.JOINED);
        return changed.after();
    }

    private SlaPolicy policy(Severity severity) {
        return SlaPolicy.of(severity, SlaTargets.NONE, null, null, rules.sla());
    }

    private Task task() {
        return task(TOMORROW);
    }

    private Task task(@Nullable Instant startsAt) {
        WorkOrder order = new WorkOrder(
                new UUID(1, 1),
                new UUID(1, 2),
                "usage-drop",
                "Drop",
                "Ask.",
                60,
                policy(Severity.HIGH),
                NOW,
                List.of());
        Assignment later = new Assignment("csm", "ana", "later", "Ana begins it tomorrow.", startsAt);
        return decider.create(
                        order,
                        Signals.of("a")
                                .episode(new UUID(1, 3))
                                .severity(Severity.HIGH)
                                .build(),
                        later,
                        calendar)
                .after();
    }
}

package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A drop of usage that wants an update a week; a severe ticket that comes to it wants one a day. */
class JoinedPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Assignment ANA = new Assignment("csm", "ana", "named-owner", "Ana is the account's csm.");
    private static final Actor BY_ANA = new Actor("ana", "ana", "Ana Lima");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(1, 2);

    private final RouterRules rules = TestRules.read();
    private final BusinessCalendar always = rules.calendars().of("24x7");
    private final SlaPolicy weekly = policy("usage-drop");
    private final SlaPolicy daily = policy("severe-ticket");
    private final Signals ticket = Signals.of("a1").reason(Reason.SUP_SEVERE_OPEN);

    @Test
    void theClocksThatASignalBroughtGoWithIt() {
        // Given
        Task accepted = changed(at(0).acknowledge(task(), BY_ANA, ANA, always)).after();
        Task joined =
                changed(at(1).join(accepted, ticket.build(), daily, always)).after();
        Duration shorter = target(joined);
        assertThat(shorter).isLessThan(target(accepted));

        // When
        SignalChanged solved = ticket.transition(2, SignalState.CLEARED).build();
        Task left = changed(at(2).episodeEnded(joined, solved, null, always)).after();

        // Then
        assertThat(left.joinedPolicies()).isEmpty();
        assertThat(target(left)).as("what was promised stays").isEqualTo(shorter);
        assertThat(target(changed(at(3).update(left, BY_ANA, ANA, always)).after()))
                .as("from the next update on")
                .isEqualTo(target(accepted));
    }

    @Test
    void whatTwoSignalsAskForStaysUntilBothAreGone() {
        List<JoinedPolicy> both = JoinedPolicy.with(TWO, daily, JoinedPolicy.with(ONE, daily, List.of()));

        assertThat(both).containsExactly(new JoinedPolicy(Set.of(ONE, TWO), daily));
        assertThat(JoinedPolicy.without(ONE, both)).containsExactly(new JoinedPolicy(Set.of(TWO), daily));
        assertThat(JoinedPolicy.without(TWO, JoinedPolicy.without(ONE, both))).isEmpty();
    }

    @Test
    void aSignalAsksForOneThingAtATime() {
        List<JoinedPolicy> joined = JoinedPolicy.with(ONE, daily, JoinedPolicy.with(ONE, weekly, List.of()));

        assertThat(joined).containsExactly(new JoinedPolicy(Set.of(ONE), daily));
    }

    private static TaskDecider at(int hours) {
        return new TaskDecider(NOW.plus(Duration.ofHours(hours)));
    }

    private static Duration target(Task task) {
        return task.clock(Clock.UPDATE).orElseThrow().target();
    }

    private static Changed changed(TaskDecision decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return (Changed) decision;
    }

    private SlaPolicy policy(String key) {
        Play play = rules.plays().play(key).orElseThrow();
        return SlaPolicy.of(
                Signals.of("a1").build().severity(), play.sla(), play.giveUp(), play.escalation(), rules.sla());
    }

    private Task task() {
        Play play = rules.plays().play("usage-drop").orElseThrow();
        WorkOrder order = new WorkOrder(
                UUID.randomUUID(), UUID.randomUUID(), play.key(), play.title(), play.ask(), 60, weekly, NOW, List.of());
        return new TaskDecider(NOW)
                .create(order, Signals.of("a1").build(), ANA, always)
                .after();
    }
}

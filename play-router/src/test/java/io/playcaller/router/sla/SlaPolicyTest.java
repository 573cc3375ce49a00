package io.playcaller.router.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.rules.RouterRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlaPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final RouterRules rules = TestRules.read();
    private final BusinessCalendar always = rules.calendars().of("24x7");
    private final SlaTargets usageDrop =
            rules.plays().play("usage-drop").orElseThrow().sla();

    @Test
    void aPlaysOwnTargetWinsOverTheSeveritys() {
        assertThat(dueIn(policy(Severity.LOW, usageDrop), Clock.ACCEPT)).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void aCriticalSignalTakesTheShorterOfTheTwo() {
        SlaPolicy critical = policy(Severity.CRITICAL, usageDrop);

        assertThat(dueIn(critical, Clock.ACCEPT)).isEqualTo(Duration.ofHours(2));
        assertThat(dueIn(critical, Clock.COMPLETE)).isEqualTo(Duration.ofDays(10));
    }

    @Test
    void aCriticalSignalKeepsAPlaysShorterTarget() {
        SlaTargets severeTicket =
                rules.plays().play("severe-ticket").orElseThrow().sla();

        assertThat(dueIn(policy(Severity.CRITICAL, severeTicket), Clock.ACCEPT)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aPlayWithoutTargetsTakesTheSeveritys() {
        assertThat(dueIn(policy(Severity.HIGH, SlaTargets.NONE), Clock.FIRST_TOUCH))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aClockThatAPlayLeavesOutDoesNotRun() {
        SlaTargets detractor = rules.plays().play("detractor").orElseThrow().sla();

        assertThat(policy(Severity.HIGH, detractor).start(Clock.UPDATE, 1, NOW, always))
                .isEmpty();
    }

    @Test
    void aClockWarnsBreachesAndClimbsItsLadderInOrder() {
        SlaPolicy policy = SlaPolicy.of(Severity.HIGH, usageDrop, null, "E1", rules.sla());

        List<Alarm> alarms =
                policy.start(Clock.ACCEPT, 1, NOW, always).orElseThrow().alarms();

        assertThat(alarms)
                .containsExactly(
                        new Alarm(1, AlarmKind.WARN, NOW.plus(Duration.ofHours(3)), null),
                        new Alarm(2, AlarmKind.BREACH, NOW.plus(Duration.ofHours(4)), null),
                        new Alarm(3, AlarmKind.ESCALATE, NOW.plus(Duration.ofHours(4)), "lead"),
                        new Alarm(4, AlarmKind.REASSIGN, NOW.plus(Duration.ofHours(4)), "next"),
                        new Alarm(5, AlarmKind.ESCALATE, NOW.plus(Duration.ofHours(6)), "director"));
    }

    @Test
    void whatNeedNotBeAcceptedAnyMoreGoesToNobodyElse() {
        SlaPolicy policy = SlaPolicy.of(Severity.HIGH, usageDrop, null, "E1", rules.sla());

        assertThat(policy.start(Clock.COMPLETE, 1, NOW, always).orElseThrow().alarms())
                .extracting(Alarm::kind)
                .doesNotContain(AlarmKind.REASSIGN);
    }

    @Test
    void aStepIsSaidAgainAsOftenAsItStates() {
        EscalationStep step = new EscalationStep(
                AlarmKind.ESCALATE,
                Set.of(),
                150,
                BusinessTime.parse("1bh").orElseThrow(),
                2,
                BusinessTime.parse("4bh").orElseThrow(),
                "team:west");
        SlaPolicy policy = new SlaPolicy(Severity.HIGH, usageDrop, SlaTargets.NONE, null, 75, List.of(step));

        assertThat(policy.start(Clock.ACCEPT, 1, NOW, always).orElseThrow().alarms())
                .filteredOn(alarm -> alarm.kind() == AlarmKind.ESCALATE)
                .extracting(Alarm::at, Alarm::tell)
                .containsExactly(
                        tuple(NOW.plus(Duration.ofHours(7)), "team:west"),
                        tuple(NOW.plus(Duration.ofHours(11)), "team:west"),
                        tuple(NOW.plus(Duration.ofHours(15)), "team:west"));
    }

    @Test
    void theSteeperLadderTellsTheLeadBeforeTheBreachAndTheSponsorADayAfter() {
        SlaPolicy policy = SlaPolicy.of(Severity.HIGH, usageDrop, null, "E2", rules.sla());

        List<Alarm> alarms =
                policy.start(Clock.ACCEPT, 1, NOW, always).orElseThrow().alarms();

        assertThat(alarms)
                .extracting(Alarm::kind, Alarm::tell)
                .containsExactly(
                        tuple(AlarmKind.WARN, null),
                        tuple(AlarmKind.ESCALATE, "lead"),
                        tuple(AlarmKind.BREACH, null),
                        tuple(AlarmKind.ESCALATE, "director"),
                        tuple(AlarmKind.REASSIGN, "next"),
                        tuple(AlarmKind.ESCALATE, "executive-sponsor"));
        assertThat(alarms.get(5).at()).isEqualTo(NOW.plus(Duration.ofHours(4)).plus(Duration.ofDays(1)));
    }

    @Test
    void aCriticalClockWarnsAtHalfOfItsTime() {
        Alarm warning = policy(Severity.CRITICAL, usageDrop)
                .start(Clock.ACCEPT, 1, NOW, always)
                .orElseThrow()
                .alarms()
                .get(0);

        assertThat(warning.at()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void dueInstantsFollowTheCalendarOfTheAssignee() {
        // Given: Friday 16:00 in London
        Instant friday = Instant.parse("2026-03-06T16:00:00Z");
        SlaTargets fourHours = new SlaTargets(Map.of(Clock.ACCEPT, new BusinessTime(4, BusinessTime.Unit.HOUR)));

        // When
        Instant due = policy(Severity.HIGH, fourHours)
                .start(Clock.ACCEPT, 1, friday, rules.calendars().of("uk"))
                .orElseThrow()
                .dueAt();

        // Then
        assertThat(due).isEqualTo(Instant.parse("2026-03-09T12:00:00Z"));
    }

    private SlaPolicy policy(Severity severity, SlaTargets own) {
        return SlaPolicy.of(severity, own, null, null, rules.sla());
    }

    private Duration dueIn(SlaPolicy policy, Clock clock) {
        return Duration.between(
                NOW, policy.start(clock, 1, NOW, always).orElseThrow().dueAt());
    }
}

package io.playcaller.router.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.calendar.BusinessTime.Unit;
import io.playcaller.router.calendar.DayRange;
import io.playcaller.router.rules.Calendars;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Monday 2 March 2026, ten in London, with four hours to be in touch: due at two. */
class SlaClockTest {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));

    private static final Instant TOMORROW = Instant.parse("2026-03-03T09:00:00Z");

    private final Calendars calendars = TestRules.read().calendars();
    private final BusinessCalendar london = calendars.of("uk");
    private final SlaPolicy policy = policy(4);
    private final SlaClock run = started(policy);
    private final SlaClock tomorrows =
            policy.start(Clock.FIRST_TOUCH, 1, TOMORROW, london).orElseThrow();

    @Test
    void whilePausedAClockSaysNothingAndIsNeverLate() {
        SlaClock paused = run.paused(ELEVEN, PauseReason.WAITING_FOR_CUSTOMER, london);
        Instant muchLater = TEN.plus(Duration.ofDays(30));

        assertThat(paused.next()).isEmpty();
        assertThat(paused.isBreached(muchLater)).isFalse();
        assertThat(paused.consumed(muchLater, london)).isEqualTo(Duration.ofHours(1));
        assertThat(paused.isRunning()).as("it is still to be met").isTrue();
    }

    @Test
    void aResumedClockHasWhatItHadLeft() {
        Instant friday = Instant.parse("2026-03-06T16:00:00Z");

        SlaClock resumed =
                run.paused(ELEVEN, PauseReason.WAITING_FOR_CUSTOMER, london).resumed(friday, policy, london);

        assertThat(resumed.dueAt()).as("one hour on Friday, two on Monday").isEqualTo("2026-03-09T11:00:00Z");
        assertThat(resumed.next().orElseThrow().at())
                .as("three quarters: one hour used, two to come")
                .isEqualTo("2026-03-09T10:00:00Z");
    }

    @Test
    void pausingTwiceAndResumingWhatRunsChangeNothing() {
        SlaClock paused = run.paused(ELEVEN, PauseReason.LEGAL, london);

        assertThat(paused.paused(ELEVEN.plusSeconds(60), PauseReason.CUSTOMER_FREEZE, london))
                .isEqualTo(paused);
        assertThat(run.resumed(ELEVEN, policy, london)).isEqualTo(run);
        assertThat(run.stopped(ELEVEN).paused(ELEVEN.plusSeconds(60), PauseReason.LEGAL, london))
                .isEqualTo(run.stopped(ELEVEN));
    }

    @Test
    void whatWasSaidBeforeAPauseIsNotSaidAgain() {
        Instant halfPastOne = TEN.plus(Duration.ofMinutes(210));

        SlaClock resumed = run.afterFiring()
                .paused(halfPastOne, PauseReason.WAITING_FOR_CUSTOMER, london)
                .resumed(halfPastOne.plus(Duration.ofDays(1)), policy, london);

        assertThat(resumed.fired()).isEqualTo(1);
        assertThat(resumed.alarms().get(0)).isEqualTo(run.alarms().get(0));
        assertThat(resumed.next().orElseThrow())
                .isEqualTo(new Alarm(2, AlarmKind.BREACH, Instant.parse("2026-03-03T14:00:00Z"), null));
    }

    @Test
    void aShorterTargetTakesIntoAccountWhatIsUsedUp() {
        SlaClock shorter = run.rederived(ELEVEN, london, policy(2), london);
        SlaClock usedUp = run.rederived(TEN.plus(Duration.ofHours(3)), london, policy(2), london);

        assertThat(shorter.dueAt()).isEqualTo(TEN.plus(Duration.ofHours(2)));
        assertThat(usedUp.dueAt()).as("at once").isEqualTo(TEN.plus(Duration.ofHours(3)));
        assertThat(usedUp.alarms()).allMatch(alarm -> alarm.at().equals(usedUp.dueAt()));
    }

    @Test
    void whatAShorterTargetHasUsedUpInAPauseRunsOutWhenThePauseEnds() {
        Instant one = TEN.plus(Duration.ofHours(3));
        Instant tuesday = Instant.parse("2026-03-03T10:00:00Z");

        SlaClock resumed =
                run.paused(one, PauseReason.WAITING_FOR_CUSTOMER, london).resumed(tuesday, policy(2), london);

        assertThat(resumed.dueAt())
                .as("not at two on Monday, when it stood still")
                .isEqualTo(tuesday);
        assertThat(resumed.alarms().get(1)).isEqualTo(new Alarm(2, AlarmKind.BREACH, tuesday, null));
    }

    @Test
    void whatRanOutStaysSoWhateverTheNewTarget() {
        SlaClock late = run.afterFiring().afterFiring();

        SlaClock longer = late.rederived(TEN.plus(Duration.ofHours(5)), london, policy(8), london);

        assertThat(longer.dueAt()).isEqualTo(run.dueAt());
        assertThat(longer.next()).as("nothing is left to be said").isEmpty();
    }

    @Test
    void anotherAssigneesCalendarCountsFromTheChangeOn() {
        BusinessCalendar newYork = calendars.of("us-eastern");

        SlaClock moved = run.rederived(ELEVEN, london, policy, newYork);

        assertThat(moved.dueAt()).as("three hours from nine in New York").isEqualTo("2026-03-02T17:00:00Z");
        assertThat(moved.log()).extracting(ClockMark::calendar).containsExactly("uk", "us-eastern");
    }

    @Test
    void anAbsenceHoldsNeitherTheAcceptanceNorWhatIsCritical() {
        BusinessCalendar ana =
                london.without(List.of(new DayRange(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 13))));
        SlaPolicy critical = policy(Severity.CRITICAL, 8);
        Instant tuesday = Instant.parse("2026-03-03T10:00:00Z");

        assertThat(dueAt(policy(8), Clock.FIRST_TOUCH, ana)).isEqualTo("2026-03-16T10:00:00Z");
        assertThat(dueAt(policy(8), Clock.ACCEPT, ana)).isEqualTo(tuesday);
        assertThat(dueAt(critical, Clock.FIRST_TOUCH, ana)).isEqualTo(tuesday);
    }

    @Test
    void aRunThatBeginsLaterKeepsItsWaitWhenRulesOrItsPersonChange() {
        assertThat(tomorrows.rederived(ELEVEN, london, policy(2), london).dueAt())
                .isEqualTo(TOMORROW.plus(Duration.ofHours(2)));
        assertThat(tomorrows
                        .rederived(ELEVEN, london, policy(2), london)
                        .rederived(ELEVEN.plusSeconds(60), london, policy, london)
                        .consumed(TOMORROW.plus(Duration.ofHours(1)), london))
                .isEqualTo(Duration.ofHours(1));
        assertThat(tomorrows.rederived(ELEVEN, london, policy, london).next())
                .as("three quarters")
                .map(Alarm::at)
                .contains(TOMORROW.plus(Duration.ofHours(3)));
    }

    @Test
    void aRunThatBeginsLaterKeepsItsWaitThroughAPause() {
        SlaClock paused = tomorrows.paused(ELEVEN, PauseReason.WAITING_FOR_CUSTOMER, london);
        Instant afterItBegan = TOMORROW.plus(Duration.ofHours(1));

        assertThat(paused.pausedSince()).contains(ELEVEN);
        assertThat(paused.resumed(ELEVEN.plusSeconds(60), policy, london).dueAt())
                .as("before it begins")
                .isEqualTo(tomorrows.dueAt());
        assertThat(paused.resumed(afterItBegan, policy, london).dueAt())
                .as("after it would have begun")
                .isEqualTo(afterItBegan.plus(Duration.ofHours(4)));
    }

    @Test
    void aRunThatBeginsLaterCanBePausedAgainBeforeItBegins() {
        SlaClock again = tomorrows
                .paused(ELEVEN, PauseReason.LEGAL, london)
                .resumed(ELEVEN.plusSeconds(60), policy, london)
                .paused(ELEVEN.plusSeconds(120), PauseReason.LEGAL, london)
                .resumed(ELEVEN.plusSeconds(180), policy, london);

        assertThat(again.dueAt()).isEqualTo(tomorrows.dueAt());
        assertThat(again.consumed(TOMORROW, london)).isEqualTo(Duration.ZERO);
    }

    @Test
    void aRunOfBeforeThereWasALogIsRead() {
        String old = new String(WireJson.write(run), StandardCharsets.UTF_8).replaceAll(",\"log\":\\[.*?]", "");

        SlaClock read = WireJson.read(old.getBytes(StandardCharsets.UTF_8), SlaClock.class);

        assertThat(read.consumed(ELEVEN, london)).isEqualTo(Duration.ofHours(1));
        assertThat(read.dueAt()).isEqualTo(run.dueAt());
    }

    @Test
    void aRunIsReadAsItWasWritten() {
        SlaClock paused = run.paused(ELEVEN, PauseReason.LEGAL, london);

        assertThat(WireJson.read(WireJson.write(paused), SlaClock.class)).isEqualTo(paused);
    }

    private Instant dueAt(SlaPolicy of, Clock clock, BusinessCalendar calendar) {
        return of.start(clock, 1, TEN, calendar).orElseThrow().dueAt();
    }

    private SlaClock started(SlaPolicy of) {
        return of.start(Clock.FIRST_TOUCH, 1, TEN, london).orElseThrow();
    }

    private static SlaPolicy policy(int hours) {
        return policy(Severity.HIGH, hours);
    }

    private static SlaPolicy policy(Severity severity, int hours) {
        BusinessTime amount = new BusinessTime(hours, Unit.HOUR);
        SlaTargets targets = new SlaTargets(Map.of(Clock.ACCEPT, amount, Clock.FIRST_TOUCH, amount));
        return new SlaPolicy(severity, targets, SlaTargets.NONE, null, 75, List.of());
    }
}

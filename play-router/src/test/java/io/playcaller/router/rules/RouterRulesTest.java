package io.playcaller.router.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.calendar.BusinessTime.Unit;
import io.playcaller.router.calendar.DayRange;
import io.playcaller.router.routing.Routed;
import io.playcaller.router.routing.Router;
import io.playcaller.router.routing.RoutingCase;
import io.playcaller.router.sla.SlaRule;
import io.playcaller.router.sla.SlaTable;
import io.playcaller.router.sla.SlaTargets;
import io.playcaller.router.staff.Absence;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.Somebody;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.PathStep;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouterRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final RouterRules shipped = TestRules.read();

    @Test
    void anAbsenceIsTakenOutOfAPersonsCalendarUnlessItIsLong() {
        Absence week = new Absence(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 13));
        Absence leave = new Absence(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 31));

        assertThat(withPerson(week, leave).calendarOfPerson("kim").away())
                .containsExactly(new DayRange(week.from(), week.until()));
        assertThat(withPerson(week).calendarOfPerson("nobody").away()).isEmpty();
    }

    @Test
    void aPolicyThatHoldsGivesTheTaskItsClocksAndStandsOnItsPath() {
        SlaTargets anHour = new SlaTargets(Map.of(Clock.ACCEPT, new BusinessTime(1, Unit.HOUR)));
        SlaRule.When midMarket = new SlaRule.When(Set.of(), Set.of(), Set.of("mid-market"), Set.of(), Set.of());
        RouterRules rules = with(new SlaRule("the policy of the middle", midMarket, anHour, Set.of(), null, null));
        RoutingCase signal = new RoutingCase(
                Signals.of("a1").build(), KnownAccount.UNKNOWN, List.of(), List.of(), Workload.EMPTY, null);

        Routed routed = Router.of(rules, NOW).route(signal, List.of());

        assertThat(routed).isInstanceOfSatisfying(Routed.Started.class, started -> {
            assertThat(started.decision()
                            .after()
                            .clock(Clock.ACCEPT)
                            .orElseThrow()
                            .target())
                    .isEqualTo(Duration.ofHours(1));
            assertThat(started.path())
                    .extracting(PathStep::sentence)
                    .contains("Its clocks follow the policy of the middle.");
        });
    }

    private RouterRules withPerson(Absence... absences) {
        StaffMember kim =
                Somebody.called("kim").role("csm").calendar("uk").away(absences).build();
        return new RouterRules(
                "1",
                shipped.calendars(),
                shipped.roles(),
                shipped.plays(),
                shipped.sla(),
                new Directory(List.of(kim)),
                List.of(),
                shipped.coverage());
    }

    private RouterRules with(SlaRule rule) {
        SlaTable sla = shipped.sla();
        return new RouterRules(
                "1",
                shipped.calendars(),
                shipped.roles(),
                shipped.plays(),
                new SlaTable(sla.targets(), sla.warnPercent(), sla.ladders(), List.of(rule)),
                shipped.directory(),
                List.of(),
                shipped.coverage());
    }
}

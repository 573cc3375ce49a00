package io.playcaller.router.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A day of one person holds so many new tasks: two, here. */
class FullDayTest {

    /** A Friday. */
    private static final Instant FRIDAY = Instant.parse("2026-03-06T10:00:00Z");

    private static final Instant MONDAY_AT_NINE = Instant.parse("2026-03-09T09:00:00Z");

    private static final Customer ACME = Team.customer("acme", "enterprise");
    private static final Customer POOLED = Team.customer("poole", "pooled");
    private static final Customer TECH = Team.customer("tech", "tech-touch");

    private final StaffMember ana =
            Somebody.called("ana").role("csm").calendar("uk").deputy("ben").build();
    private final StaffMember ben =
            Somebody.called("ben").role("csm").calendar("uk").build();

    @Test
    void whatIsTooMuchForAnOwnersDayIsTheirDeputys() {
        Team team = Team.of(2, FRIDAY, List.of(ana, ben));
        fill(team, "ana");

        Assignment third = team.take(Team.ask(3, ACME, false, "ana"));

        assertThat(third.staffId()).isEqualTo("ben");
        assertThat(third.how()).isEqualTo("deputy");
        assertThat(third.startsAt()).isNull();
        assertThat(third.sentence()).isEqualTo("Ben deputises for Ana (Ana has had 2 new tasks of 2026-03-06).");
    }

    @Test
    void whereTheDeputysDayIsFullTooItBeginsOnTheOwnersNextWorkingDayAndSaysWhy() {
        Team team = Team.of(2, FRIDAY, List.of(ana, ben));
        fill(team, "ana");
        fill(team, "ben");

        Assignment later = team.take(Team.ask(5, ACME, false, "ana"));

        assertThat(later.staffId()).isEqualTo("ana");
        assertThat(later.how()).isEqualTo("later");
        assertThat(later.startsAt()).isEqualTo(MONDAY_AT_NINE);
        assertThat(later.sentence())
                .startsWith("Ana is the account's csm and begins it on 2026-03-09")
                .contains("Ana has had 2 new tasks of 2026-03-06", "Ben has had 2 new tasks of 2026-03-06");
    }

    @Test
    void whatIsCriticalComesAtOnceAndShowsThatTheDayIsFull() {
        Team team = Team.of(2, FRIDAY, List.of(ana, ben));
        fill(team, "ana");

        Assignment critical = team.take(Team.ask(3, ACME, true, "ana"));

        assertThat(critical.staffId()).isEqualTo("ana");
        assertThat(critical.startsAt()).isNull();
        assertThat(critical.sentence()).contains("it comes at once, however full the day is");
    }

    @Test
    void whatIsCriticalTakesNoRoom() {
        Team team = Team.of(2, FRIDAY, List.of(ana));
        team.take(Team.ask(1, ACME, true, "ana"));
        team.take(Team.ask(2, ACME, true, "ana"));

        assertThat(team.take(Team.ask(3, ACME, false, "ana")).startsAt()).isNull();
    }

    @Test
    void aPooledCustomersTaskGoesToThePoolWhenTheirOwnerIsFull() {
        StaffMember inPool = Somebody.called("kim").pools("csm").calendar("uk").build();
        StaffMember owner = Somebody.called("lou").role("csm").calendar("uk").build();
        Team team = Team.of(2, FRIDAY, List.of(inPool, owner));
        fill(team, "lou");

        Assignment overflow = team.take(Team.ask(3, POOLED, false, "lou"));

        assertThat(overflow.staffId()).isEqualTo("kim");
        assertThat(overflow.how()).isEqualTo("pool");
    }

    @Test
    void aTechTouchCustomersTaskGoesToWhoRunsTheProgrammes() {
        StaffMember person = Somebody.called("kim").pools("csm").calendar("uk").build();
        StaffMember digital =
                Somebody.called("dee").role("digital-csm").calendar("uk").build();
        Team team = Team.of(2, FRIDAY, List.of(person, digital));
        team.take(Team.ask(1, TECH, false));
        team.take(Team.ask(2, TECH, false));

        Assignment overflow = team.take(Team.ask(3, TECH, false));

        assertThat(overflow.staffId()).isEqualTo("dee");
        assertThat(overflow.role()).isEqualTo("digital-csm");
    }

    @Test
    void whatFindsNoRoomInTheDaysAheadStandsBeforeCsOpsWithTheReason() {
        Team team = Team.of(2, FRIDAY, List.of(ana));
        Assignment last = null;
        for (int i = 0; i < 2 * 6 + 1; i++) {
            last = team.take(Team.ask(i, ACME, false, "ana"));
        }

        assertThat(last).isNotNull();
        assertThat(last.staffId()).isNull();
        assertThat(last.sentence()).contains("Ana has had 2 new tasks");
    }

    @Test
    void whatComesOnAWeekendBelongsToMonday() {
        Team team = Team.of(2, Instant.parse("2026-03-07T10:00:00Z"), List.of(ana));
        team.take(Team.ask(1, ACME, false, "ana"));
        team.at(MONDAY_AT_NINE).take(Team.ask(2, ACME, false, "ana"));

        assertThat(team.take(Team.ask(3, ACME, false, "ana")).startsAt())
                .isEqualTo(Instant.parse("2026-03-10T09:00:00Z"));
    }

    @Test
    void whoHasLeftGetsNothing() {
        StaffMember gone = Somebody.called("ana").role("csm").leavesAt(FRIDAY).build();
        Team team = Team.of(2, FRIDAY, List.of(gone));

        assertThat(team.take(Team.ask(1, ACME, false, "ana")).sentence()).contains("Ana has left");
    }

    @Test
    void whoIsAboutToLeaveGetsNothingNewAndThePathSaysSo() {
        StaffMember leaving = Somebody.called("ana")
                .role("csm")
                .deputy("ben")
                .leavesAt(MONDAY_AT_NINE)
                .build();
        Team team = Team.of(2, FRIDAY, List.of(leaving, ben));

        Assignment next = team.take(Team.ask(1, ACME, false, "ana"));

        assertThat(next.staffId()).isEqualTo("ben");
        assertThat(next.sentence()).contains("Ana is about to leave");
    }

    @Test
    void whoSpeaksTheLanguageComesBeforeWhoHasLessToDo() {
        Coverage german = needs(Set.of("DE"), Set.of("de"));
        StaffMember idle = Somebody.called("kim").pools("csm").build();
        StaffMember speaks = Somebody.called("lou")
                .pools("csm")
                .abilities(Set.of("de"), Set.of())
                .build();
        Team team = Team.with(german, FRIDAY, List.of(idle, speaks));
        Customer berlin = new Customer("b", "pooled", "DE", null, null);

        team.take(Team.ask(1, berlin, false));
        Assignment second = team.take(Team.ask(2, berlin, false));

        assertThat(second.staffId()).isEqualTo("lou");
        assertThat(second.sentence()).contains("Kim does not speak de");
    }

    @Test
    void whereNobodySpeaksItSomebodyHasItAllTheSame() {
        Team team = Team.with(
                needs(Set.of("DE"), Set.of("de")),
                FRIDAY,
                List.of(Somebody.called("kim").pools("csm").build()));

        Assignment only = team.take(Team.ask(1, new Customer("b", "pooled", "DE", null, null), false));

        assertThat(only.staffId()).isEqualTo("kim");
        assertThat(only.sentence()).contains("nobody there fits");
    }

    @Test
    void whoHadTheAccountsLastTaskHasTheNextWhileThatIsFair() {
        Team team = Team.of(
                0,
                FRIDAY,
                List.of(
                        Somebody.called("kim").pools("csm").build(),
                        Somebody.called("lou").pools("csm").build()));
        Assignment first = team.take(Team.ask(1, POOLED, false));
        // 60 minutes against none are more than is fair; 600 against 540 are not.
        assertThat(team.look(Team.ask(2, POOLED, false)).staffId()).isNotEqualTo(first.staffId());
        for (int i = 2; i < 20; i++) {
            team.take(Team.ask(i, Team.customer("other-" + i, "pooled"), false));
        }

        Assignment next = team.take(Team.ask(20, POOLED, false));

        assertThat(next.staffId()).isEqualTo(first.staffId());
    }

    private static Coverage needs(Set<String> countries, Set<String> languages) {
        Coverage shipped = Team.shipped();
        return new Coverage(
                shipped.day(),
                shipped.pools(),
                shipped.tiers(),
                shipped.watch(),
                List.of(new Coverage.NeedRule(countries, Set.of(), Set.of(), languages, Set.of())));
    }

    private static void fill(Team team, String owner) {
        for (int i = 0; i < 2; i++) {
            team.take(Team.ask(100 + i, Team.customer("fill-" + owner, "enterprise"), false, owner));
        }
    }
}

package io.playcaller.router.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who had a step of a run is asked first for the next one under the same role. */
class SamePersonTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Customer ACME = Team.customer("acme", "enterprise");

    private final StaffMember ana =
            Somebody.called("ana").role("csm").calendar("uk").build();
    private final StaffMember ben =
            Somebody.called("ben").role("csm").calendar("uk").build();

    @Test
    void whoHadTheStepBeforeHasTheNextAlsoWhenTheAccountIsSomebodyElses() {
        Team team = Team.of(2, MONDAY, List.of(ana, ben));

        Optional<Assignment> next = team.again("ben", Team.ask(1, ACME, false, "ana"));

        assertThat(next).get().extracting(Assignment::staffId, Assignment::how).containsExactly("ben", "same-person");
    }

    @Test
    void whoseDayIsFullIsNotAskedUnlessItIsCritical() {
        Team team = Team.of(1, MONDAY, List.of(ana, ben));
        team.take(Team.ask(1, ACME, false, "ana"));

        assertThat(team.again("ana", Team.ask(2, ACME, false, "ana"))).isEmpty();
        assertThat(team.again("ana", Team.ask(3, ACME, true, "ana"))).isPresent();
    }

    @Test
    void whoIsNotInTheRoleAnyMoreNorTheAccountsOwnerIsNotAsked() {
        StaffMember moved =
                Somebody.called("ben").role("digital-csm").calendar("uk").build();
        Team team = Team.of(2, MONDAY, List.of(ana, moved));

        assertThat(team.again("ben", Team.ask(1, ACME, false, "ana"))).isEmpty();
        assertThat(team.again("ben", Team.ask(2, ACME, false, "ben"))).isPresent();
    }

    @Test
    void whoIsNotAmongUsAnyMoreIsNotAsked() {
        assertThat(Team.of(2, MONDAY, List.of(ana)).again("ben", Team.ask(1, ACME, false, "ana")))
                .isEmpty();
    }
}

package io.playcaller.router.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.Owner;
import io.playcaller.router.TestRules;
import io.playcaller.router.handover.HandOverAnswer.Refused;
import io.playcaller.router.staff.Absence;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.Somebody;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.task.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ana has the account. */
class ProposalPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Absence THIS_WEEK = new Absence(TODAY, TODAY.plusDays(4));

    private static final StaffMember ANA = Somebody.called("ana").deputy("dan").build();
    private static final StaffMember ANA_AWAY =
            Somebody.called("ana").deputy("dan").away(THIS_WEEK).build();
    private static final StaffMember DAN = Somebody.called("dan").deputy("eve").build();
    private static final StaffMember DAN_AWAY =
            Somebody.called("dan").deputy("eve").away(THIS_WEEK).build();
    private static final StaffMember EVE = Somebody.called("eve").build();

    @Test
    void whoHasTheAccountProposesWhoIsToHaveIt() {
        assertThat(whyNot("ana", "ben", ANA, DAN)).isEmpty();
    }

    @Test
    void nobodyTakesTheAccountOfAColleague() {
        assertThat(whyNot("ben", "ben", ANA, DAN)).map(Refused::code).contains("not-yours");
        assertThat(whyNot("ben", "cleo", ANA, DAN))
                .map(Refused::sentence)
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("Ana, their deputy"));
        assertThat(new ProposalPolicy(
                                new Directory(List.of(ANA)), TestRules.read().diary(NOW))
                        .refusal(Actor.stranger("ana-of-another-house"), "csm", "ben", owned("ana", null)))
                .isPresent();
    }

    @Test
    void aLeadProposesWhatOthersHaveAlsoToThemselves() {
        assertThat(policy(ANA, DAN).refusal(actor("lea").leading(true), "csm", "lea", owned("ana", null)))
                .isEmpty();
    }

    @Test
    void theDeputySpeaksForThemOnlyWhileTheyAreAway() {
        assertThat(whyNot("dan", "ben", ANA, DAN)).isPresent();
        assertThat(whyNot("dan", "ben", ANA_AWAY, DAN)).isEmpty();
        assertThat(whyNot("dan", "dan", ANA_AWAY, DAN)).as("to themselves").isPresent();
    }

    @Test
    void ofADeputyWhoIsAwayTheirDeputySpeaks() {
        assertThat(whyNot("eve", "ben", ANA_AWAY, DAN, EVE)).isPresent();
        assertThat(whyNot("eve", "ben", ANA_AWAY, DAN_AWAY, EVE)).isEmpty();
    }

    @Test
    void oneOfTwoOwnersDoesNotTakeItFromTheOther() {
        List<Owner> both = List.of(
                new Owner("csm", "ana", TODAY.minusDays(9), null), new Owner("csm", "dan", TODAY.minusDays(9), null));

        assertThat(policy(ANA, DAN).refusal(actor("dan"), "csm", "dan", both)).isPresent();
        assertThat(policy(ANA, DAN).refusal(actor("dan"), "csm", "ben", both)).isEmpty();
    }

    @Test
    void whatNobodyHasALeadProposes() {
        List<Owner> past = owned("ana", TODAY);

        assertThat(policy(ANA, DAN).refusal(actor("ana"), "csm", "ben", past)).isPresent();
        assertThat(policy(ANA, DAN).refusal(actor("ana"), "renewals-manager", "ben", owned("ana", null)))
                .isPresent();
        assertThat(policy(ANA, DAN).refusal(actor("lea").leading(true), "csm", "ben", past))
                .isEmpty();
    }

    @Test
    void whoHasItInAnotherRoleTellsTheOwnerWhatThereIsToKnowAndTakesNothingFromThem() {
        List<Owner> both = List.of(
                new Owner("csm", "ana", TODAY.minusDays(9), null),
                new Owner("onboarding", "dan", TODAY.minusDays(9), null));

        assertThat(policy(ANA, DAN, EVE).refusal(actor("dan"), "csm", "ana", both))
                .isEmpty();
        assertThat(policy(ANA, DAN, EVE).refusal(actor("dan"), "csm", "eve", both))
                .as("to somebody else")
                .isPresent();
        assertThat(policy(ANA, DAN, EVE).refusal(actor("eve"), "csm", "ana", both))
                .as("who has nothing of the account")
                .isPresent();
        assertThat(policy(ANA, DAN, EVE).refusal(actor("ana"), "csm", "ana", both))
                .as("to themselves")
                .isPresent();
    }

    @Test
    void whoeverHasLeftHasNothingToHandOverAndNobodyInTheirName() {
        StaffMember gone = Somebody.called("ana")
                .deputy("dan")
                .away(THIS_WEEK)
                .leavesAt(NOW)
                .build();

        assertThat(whyNot("dan", "ben", gone, DAN)).isPresent();
    }

    private static Optional<Refused> whyNot(String by, String to, StaffMember... people) {
        return policy(people).refusal(actor(by), "csm", to, owned("ana", null));
    }

    private static ProposalPolicy policy(StaffMember... people) {
        return new ProposalPolicy(
                new Directory(List.of(people)), TestRules.read().diary(NOW));
    }

    private static Actor actor(String staffId) {
        return new Actor(staffId, staffId, staffId);
    }

    private static List<Owner> owned(String staffId, @Nullable LocalDate until) {
        return List.of(new Owner("csm", staffId, TODAY.minusDays(30), until));
    }
}

package io.playcaller.health.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.health.ProfileAspect;
import io.playcaller.contracts.health.ProfileMove;
import io.playcaller.contracts.health.ProfileRule;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.Deal;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Contracts of one customer: renewed early, in time, late, or not; closed or forgotten. */
class ContractsTogetherTest {

    private static final long POOLED = 1_500_000;
    private static final LocalDate END = day(40);

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.defaults()), "acme").tick(Day.start(0));
    private final Deal old = Deal.of("c-1", END.minusYears(1), END, POOLED);
    private final Deal next = Deal.of("c-2", END, END.plusYears(1), POOLED).signed(day(2));

    @Test
    void anEarlyRenewalIsWorthNothingBeforeItStartsAndTheOldContractNothingAfterwards() {
        story.fact(acme.contract(Day.at(0, 1), old, 1)).fact(acme.contract(Day.at(2, 1), next.replacing("c-1"), 1));

        for (int day = 2; day < 120; day++) {
            assertThat(on(day).arr()).as("day %d", day).isEqualTo(Deal.eur(POOLED));
            assertThat(on(day).stage()).as("day %d", day).isNotEqualTo("lost");
        }
        assertThat(moves(ProfileAspect.TIER)).extracting(ProfileMove::to).containsExactly("pooled");
    }

    @Test
    void aContractThatStartsBeforeTheEndOfTheOneItReplacesStandsInItsPlaceFromThenOn() {
        Deal early = Deal.of("c-2", day(20), END.plusYears(1), 2 * POOLED).signed(day(2));
        story.fact(acme.contract(Day.at(0, 1), old, 1)).fact(acme.contract(Day.at(2, 1), early.replacing("c-1"), 1));

        assertThat(on(19).arr()).isEqualTo(Deal.eur(POOLED));
        assertThat(on(20).arr()).isEqualTo(Deal.eur(2 * POOLED));
        assertThat(on(41).arr()).isEqualTo(Deal.eur(2 * POOLED));
    }

    @Test
    void whatIsDecidedIsDueNoMore() {
        story.fact(acme.contract(Day.at(0, 1), old, 1));
        assertThat(on(1).renewalOn()).isEqualTo(END);
        assertThat(on(1).stage()).isEqualTo("renewal");

        story.fact(acme.contract(Day.at(2, 1), next.replacing("c-1"), 1));

        assertThat(on(3).renewalOn()).isEqualTo(END.plusYears(1));
        assertThat(on(3).stage()).isEqualTo("adoption");
    }

    @Test
    void whoIsNewIsWorthWhatIsSignedForTheFirstDay() {
        LocalDate start = day(20);
        Deal signed = Deal.of("c-1", start, start.plusYears(2), POOLED)
                .signed(day(1))
                .of(List.of(
                        Deal.line("l-1", start, start.plusYears(1), POOLED),
                        Deal.line("l-2", start.plusYears(1), start.plusYears(2), 2 * POOLED)));
        story.fact(acme.contract(Day.at(1, 1), signed, 1));

        assertThat(on(2).arr()).isEqualTo(Deal.eur(POOLED));
        assertThat(on(2).stage()).isEqualTo("onboarding");
    }

    @Test
    void aLostContractIsPaidForUntilItsEnd() {
        story.fact(acme.contract(Day.at(0, 1), old, 1)).fact(acme.contract(Day.at(5, 1), old.closed(day(5)), 2));

        assertThat(on(39).arr()).isEqualTo(Deal.eur(POOLED));
        assertThat(on(39).stage()).isNotEqualTo("lost");
        assertThat(story.signals(Reason.LIFE_CHURNED)).isEmpty();
        assertThat(on(40).arr()).isNull();
        assertThat(on(40).stage()).isEqualTo("lost");
        assertThat(on(40).stageSince()).isEqualTo(Day.start(40));
        assertThat(story.signals(Reason.LIFE_CHURNED).get(0).sentence())
                .isEqualTo("The last contract ended on 2026-04-11, and none follows");
    }

    @Test
    void aContractThatIsClosedBecauseAnotherFollowsLeavesNoGap() {
        story.fact(acme.contract(Day.at(0, 1), old, 1))
                .fact(acme.contract(Day.at(2, 1), next, 1))
                .fact(acme.contract(Day.at(2, 2), old.closed(day(2)), 2));

        for (int day = 3; day < 60; day++) {
            Profile profile = on(day);
            assertThat(profile.arr()).as("day %d", day).isEqualTo(Deal.eur(POOLED));
            assertThat(profile.stageSince()).as("day %d", day).isBeforeOrEqualTo(Day.start(day));
            assertThat(profile.renewalOn()).as("day %d", day).isEqualTo(END.plusYears(1));
        }
        assertThat(moves(ProfileAspect.STAGE)).extracting(ProfileMove::rule).doesNotContain(ProfileRule.CAME_BACK);
        assertThat(story.signals(Reason.LIFE_CHURNED)).isEmpty();
    }

    @Test
    void aContractThatNobodyClosedIsWaitedForAMonth() {
        story.fact(acme.contract(Day.at(0, 1), old, 1));

        assertThat(on(69).arr()).isEqualTo(Deal.eur(POOLED));
        assertThat(on(69).stage()).isEqualTo("renewal");
        assertThat(on(69).renewalOn()).isEqualTo(END);
        assertThat(story.signals(Reason.LIFE_CHURNED)).isEmpty();
        assertThat(on(70).stage()).isEqualTo("lost");
        assertThat(story.signals(Reason.LIFE_CHURNED).get(0).sentence())
                .isEqualTo("The last contract ended on 2026-04-11, nobody closed it, and none follows");
    }

    @Test
    void aLateSignatureIsNeitherALossNorAReturnNorTwiceTheRevenue() {
        Deal late = Deal.of("c-2", day(45), END.plusYears(1), POOLED);
        story.fact(acme.contract(Day.at(0, 1), old, 1))
                .daysUntil(Day.at(45, 1))
                .fact(acme.contract(Day.at(45, 2), late, 1));

        assertThat(on(46).arr()).isEqualTo(Deal.eur(POOLED));
        assertThat(on(80).arr()).isEqualTo(Deal.eur(POOLED));
        assertThat(story.signals(Reason.LIFE_CHURNED)).isEmpty();
        assertThat(moves(ProfileAspect.TIER)).hasSize(1);
        assertThat(moves(ProfileAspect.STAGE))
                .extracting(ProfileMove::rule)
                .doesNotContain(ProfileRule.CAME_BACK, ProfileRule.CONTRACT_ENDED);
    }

    @Test
    void whoeverClosesItInTheMeantimeSaysThatItIsALoss() {
        story.fact(acme.contract(Day.at(0, 1), old, 1))
                .daysUntil(Day.at(50, 1))
                .fact(acme.contract(Day.at(50, 2), old.closed(day(50)), 2));

        assertThat(on(51).stage()).isEqualTo("lost");
        assertThat(story.states(Reason.LIFE_CHURNED)).containsExactly(SignalState.OPENED);
    }

    @Test
    void whatHasNoEndIsNeverDueAndOpenUntilItIsClosed() {
        Deal evergreen = old.of(List.of(Deal.evergreen("l-1", old.startsOn(), END, POOLED)));
        story.fact(acme.contract(Day.at(0, 1), evergreen, 1));

        assertThat(on(200).stage()).isEqualTo("adoption");
        assertThat(on(200).arr()).isEqualTo(Deal.eur(POOLED));
        assertThat(on(200).renewalOn()).isNull();
        assertThat(story.signals(Reason.LIFE_CHURNED)).isEmpty();

        story.fact(acme.contract(Day.at(200, 2), evergreen.closed(day(200)), 2));
        assertThat(on(201).stage()).isEqualTo("lost");
        assertThat(story.states(Reason.LIFE_CHURNED)).containsExactly(SignalState.OPENED);
    }

    @Test
    void whatGoesOnWithOneLineWithoutAnEndStaysDueUnlessItRenewsItself() {
        Deal mixed = old.of(List.of(
                Deal.line("l-1", old.startsOn(), END, POOLED), Deal.evergreen("l-2", old.startsOn(), END, POOLED)));
        story.restarting().fact(acme.contract(Day.at(0, 1), mixed, 1));

        assertThat(on(200).renewalOn()).isEqualTo(END);
        assertThat(on(200).stage()).isNotEqualTo("lost");

        story.fact(acme.contract(Day.at(200, 2), mixed.renewing(), 2));
        assertThat(on(201).renewalOn()).isEqualTo(END.plusYears(1));
    }

    @Test
    void whatGoesOnLongPastItsEndHidesNoOtherRenewal() {
        Deal mixed = old.of(List.of(
                Deal.line("l-1", old.startsOn(), END, POOLED), Deal.evergreen("l-2", old.startsOn(), END, POOLED)));
        Deal other = Deal.of("c-9", END.minusYears(1), END.plusDays(200), POOLED);
        story.restarting().fact(acme.contract(Day.at(0, 1), mixed, 1)).fact(acme.contract(Day.at(0, 2), other, 1));

        assertThat(on(60).renewalOn()).as("somebody may still say").isEqualTo(END);
        assertThat(on(71).renewalOn()).isEqualTo(END.plusDays(200));
    }

    @Test
    void whatWasCancelledInTimeRenewsNoMoreByItself() {
        Event<?> renewing = acme.contract(Day.at(0, 1), old.renewing(), 1);
        story.fact(renewing).fact(acme.noticed(Day.at(2, 1), renewing, day(2), 2));

        assertThat(on(39).renewalOn()).isEqualTo(END);
        assertThat(on(60).stage()).isNotEqualTo("lost");
        assertThat(on(71).stage()).isEqualTo("lost");
    }

    private Profile on(int day) {
        story.daysUntil(Day.at(day, 12));
        return Objects.requireNonNull(story.state().profile());
    }

    private List<ProfileMove> moves(ProfileAspect aspect) {
        return story.profiles().stream()
                .flatMap(change -> change.moves().stream())
                .filter(move -> move.aspect() == aspect)
                .toList();
    }

    private static LocalDate day(int day) {
        return Day.MONDAY.plusDays(day);
    }
}

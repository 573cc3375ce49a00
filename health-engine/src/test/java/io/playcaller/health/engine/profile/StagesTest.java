package io.playcaller.health.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.health.ProfileAspect;
import io.playcaller.contracts.health.ProfileChanged;
import io.playcaller.contracts.health.ProfileMove;
import io.playcaller.contracts.health.ProfileRule;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StagesTest {

    private static final long MID = 3_000_000;
    private static final LocalDate SIGNED = Day.MONDAY;

    private final HealthEngine engine = new HealthEngine(Models.defaults());
    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(engine, "acme").tick(Day.start(0));

    @Test
    void aKickoffThatNeverCameDoesNotKeepACustomerFromItsRenewal() {
        story.fact(contract("c-1", SIGNED, SIGNED.plusYears(1), false))
                .fact(acme.planned(Day.at(0, 1), "kickoff", Day.at(5, 0)));

        assertThat(stageOn(179)).isEqualTo("onboarding");
        assertThat(stageOn(180)).as("no stage lasts for ever").isEqualTo("adoption");
        assertThat(profile().stageSince()).isEqualTo(Day.start(180));
        assertThat(stageOn(364)).isEqualTo("renewal");
    }

    @Test
    void aShortContractReachesItsRenewalWithoutItsMilestones() {
        story.fact(contract("c-1", SIGNED, SIGNED.plusDays(90), false))
                .fact(acme.planned(Day.at(0, 1), "kickoff", Day.at(5, 0)));

        assertThat(stageOn(44)).isEqualTo("onboarding");
        assertThat(stageOn(45)).as("half of the term is over").isEqualTo("renewal");
        assertThat(profile().stageSince()).isEqualTo(Day.start(45));
    }

    @Test
    void milestonesEndOnboardingWhenTheLastOfThemIsReached() {
        story.fact(contract("c-1", SIGNED, SIGNED.plusYears(1), false))
                .fact(acme.planned(Day.at(0, 1), "kickoff", Day.at(5, 0)))
                .tick(Day.at(9, 9))
                .fact(acme.reached(Day.at(9, 9), "kickoff", Day.at(5, 0)));
        assertThat(profile().stage()).isEqualTo("onboarding");

        story.tick(Day.at(20, 9)).fact(acme.reached(Day.at(20, 9), "first-value", Day.at(30, 0)));

        assertThat(profile().stage()).isEqualTo("adoption");
        assertThat(profile().stageSince()).isEqualTo(Day.at(20, 9));
    }

    @Test
    void whoComesBackAfterMoreThanAYearBeginsAnew() {
        LocalDate first = SIGNED.minusYears(3);
        story.fact(contract("c-1", first, first.plusYears(1), false))
                .fact(acme.reached(instant(first.plusDays(10)), "kickoff", instant(first.plusDays(10))))
                .fact(acme.reached(instant(first.plusDays(20)), "first-value", instant(first.plusDays(20))))
                .fact(acme.reached(instant(first.plusDays(30)), "objective-confirmed", instant(first)));
        assertThat(stageOn(1)).isEqualTo("lost");

        story.fact(contract("c-2", SIGNED.plusDays(1), SIGNED.plusYears(1), false));

        assertThat(profile().stage()).isEqualTo("onboarding");
        assertThat(profile().stageSince()).isEqualTo(Day.start(1));
        assertThat(stageOn(92)).as("nothing was planned for this life").isEqualTo("adoption");
    }

    @Test
    void whoComesBackSoonGoesOnAndIsInNoStageSinceBeforeThat() {
        LocalDate before = SIGNED.minusDays(400);
        story.fact(contract("c-1", before, SIGNED.minusDays(100), false))
                .fact(acme.reached(instant(before.plusDays(10)), "kickoff", instant(before)))
                .fact(acme.reached(instant(before.plusDays(20)), "first-value", instant(before)))
                .fact(contract("c-2", SIGNED, SIGNED.plusYears(1), false));

        assertThat(stageOn(1)).isEqualTo("adoption");
        assertThat(profile().stageSince()).isEqualTo(Day.start(0));
    }

    @Test
    void aContractThatRenewedByItselfHasItsNextDatesAhead() {
        LocalDate start = LocalDate.of(2023, 10, 15);
        story.fact(contract("c-1", start, start.plusYears(1), true));

        story.tick(Day.start(1));

        assertThat(profile().renewalOn()).isEqualTo(LocalDate.of(2026, 10, 15));
        assertThat(profile().noticeBy()).isEqualTo(LocalDate.of(2026, 9, 15));
        assertThat(profile().stage()).isEqualTo("adoption");
        assertThat(profile().stageSince()).isEqualTo(instant(LocalDate.of(2025, 10, 15)));

        story.tick(instant(LocalDate.of(2026, 9, 16)));
        assertThat(profile().stage()).isEqualTo("renewal");
        assertThat(profile().renewalOn()).isEqualTo(LocalDate.of(2026, 10, 15));
        assertThat(profile().noticeBy()).as("the next that is not past").isEqualTo(LocalDate.of(2027, 9, 15));
    }

    @Test
    void aTermOfDaysRollsOnByItsDays() {
        story.fact(contract("c-1", SIGNED.minusDays(100), SIGNED.minusDays(10), true));

        story.tick(Day.start(1));

        assertThat(profile().renewalOn()).isEqualTo(SIGNED.plusDays(80));
    }

    @Test
    void anAccountWithoutAScoreIsPlacedToo() {
        story.fact(contract("c-1", SIGNED, SIGNED.plusYears(1), false));

        story.tick(Day.start(1));

        assertThat(story.state().score()).isNull();
        assertThat(profile().tier()).isEqualTo("mid-market");
        assertThat(Objects.requireNonNull(story.state().placed()).waitsFor()).isEqualTo("kickoff");
    }

    @Test
    void whatIsWaitedForIsTheNextMilestoneSinceTheOneBefore() {
        story.fact(contract("c-1", SIGNED, SIGNED.plusYears(1), false))
                .fact(acme.planned(Day.at(0, 1), "kickoff", Day.at(5, 0)))
                .tick(Day.at(9, 9))
                .fact(acme.reached(Day.at(9, 9), "kickoff", Day.at(5, 0)));

        Placed placed = Objects.requireNonNull(story.state().placed());
        assertThat(placed.waitsFor()).isEqualTo("first-value");
        assertThat(placed.waitsSince()).isEqualTo(Day.at(9, 9).toEpochMilli());
        assertThat(placed.targetAt()).isEqualTo(Day.start(90).toEpochMilli());
        assertThat(placed.stallsAt()).isEqualTo(Day.start(108).toEpochMilli());
    }

    @Test
    void eachMoveIsToldWithItsReasonAndWhenItTookEffect() {
        story.fact(contract("c-1", SIGNED, SIGNED.plusYears(1), false)).daysUntil(Day.at(250, 1));

        assertThat(stages())
                .extracting(ProfileMove::from, ProfileMove::to, ProfileMove::rule, ProfileMove::since)
                .containsExactly(
                        tuple(null, "onboarding", ProfileRule.CONTRACT_STARTED, Day.start(0)),
                        tuple("onboarding", "adoption", ProfileRule.TIME, Day.start(90)),
                        tuple("adoption", "renewal", ProfileRule.RENEWAL_NEAR, Day.start(245)));
        assertThat(story.profiles()).allMatch(change -> !change.moves().isEmpty());
    }

    private List<ProfileMove> stages() {
        return moves().filter(move -> move.aspect() == ProfileAspect.STAGE).toList();
    }

    private Stream<ProfileMove> moves() {
        return story.profiles().stream().map(ProfileChanged::moves).flatMap(List::stream);
    }

    private String stageOn(int day) {
        story.daysUntil(Day.start(day));
        return profile().stage();
    }

    private Profile profile() {
        return Objects.requireNonNull(story.state().profile());
    }

    private Event<?> contract(String id, LocalDate from, LocalDate to, boolean autoRenew) {
        return acme.contract(instant(from.isBefore(SIGNED) ? SIGNED : from), id, from, to, MID, autoRenew, 1);
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

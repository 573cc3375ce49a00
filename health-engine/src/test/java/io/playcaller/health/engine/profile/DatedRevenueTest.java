package io.playcaller.health.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.DatedAmount;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.Deal;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a contract is worth from day to day. */
class DatedRevenueTest {

    private static final LocalDate START = day(-100);
    private static final LocalDate END = START.plusYears(3);

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.defaults()), "acme").tick(Day.start(0));
    private final Deal deal = Deal.of("c-1", START, END, 2_000_000);

    @Test
    void movementsCountFromTheirDaysAndMakeTheTier() {
        Deal grows = deal.moved(MovementKind.NEW, START, 2_000_000).moved(MovementKind.EXPANSION, day(10), 9_000_000);
        story.fact(acme.contract(Day.at(1, 1), grows, 1));

        assertThat(on(9).arr()).isEqualTo(Deal.eur(2_000_000));
        assertThat(on(10).arr()).isEqualTo(Deal.eur(11_000_000));
        assertThat(on(39).tier()).isEqualTo("pooled");
        assertThat(on(40).tier()).isEqualTo("enterprise");
    }

    @Test
    void oneThatSleepsWakesOnTheDayOnWhichItsRevenueIsAnother() {
        Deal grows = deal.moved(MovementKind.NEW, START, 2_000_000).moved(MovementKind.EXPANSION, day(55), 1_000_000);
        story.fact(acme.contract(Day.at(1, 1), grows, 1));
        for (int day = 2; day < 60; day++) {
            story.tick(Day.start(day)).tick(Day.at(day, 20));
            long arr = Objects.requireNonNull(profile().arr()).minor();
            assertThat(arr).as("day %d", day).isEqualTo(day < 55 ? 2_000_000 : 3_000_000);
        }
    }

    @Test
    void aRampIsWhatItIsFromEachOfItsDaysOn() {
        ContractLine ramped = new ContractLine(
                "l-1",
                "suite",
                Deal.eur(1_000_000),
                null,
                START,
                END,
                null,
                List.of(new DatedAmount(day(5), Deal.eur(3_000_000)), new DatedAmount(day(9), Deal.eur(4_000_000))),
                null,
                null);
        story.fact(acme.contract(Day.at(1, 1), deal.of(List.of(ramped)), 1));

        assertThat(on(4).arr()).isEqualTo(Deal.eur(1_000_000));
        assertThat(on(5).arr()).isEqualTo(Deal.eur(3_000_000));
        assertThat(on(9).arr()).isEqualTo(Deal.eur(4_000_000));
    }

    @Test
    void whatIsBilledByUseIsWorthAsMuchAsWasUsedAndNeverLessThanIsCommittedTo() {
        ContractLine used = new ContractLine(
                "l-1",
                "suite",
                Deal.eur(600_000),
                null,
                START,
                END,
                null,
                null,
                List.of(
                        new DatedAmount(LocalDate.of(2026, 1, 1), Deal.eur(10_000)),
                        new DatedAmount(LocalDate.of(2026, 2, 1), Deal.eur(20_000)),
                        new DatedAmount(LocalDate.of(2026, 3, 1), Deal.eur(300_000))),
                null);
        story.fact(acme.contract(Day.at(1, 1), deal.of(List.of(used)), 1));

        assertThat(on(20).arr()).isEqualTo(Deal.eur(600_000));
        assertThat(on(40).arr()).isEqualTo(Deal.eur(12 * 110_000));
    }

    @Test
    void ofTenLinesAllCount() {
        List<ContractLine> lines = IntStream.range(0, 10)
                .mapToObj(i -> Deal.line("l-" + i, START, END, 1_500_000))
                .toList();
        story.fact(acme.contract(Day.at(1, 1), deal.of(lines), 1));

        assertThat(on(2).arr()).isEqualTo(Deal.eur(15_000_000));
    }

    @Test
    void ofAListOfLinesByYearTheOneOfTheYearCounts() {
        LocalDate second = day(10);
        Deal byYear = deal.renewing()
                .of(List.of(
                        Deal.line("l-1", START, second, 10_000_000),
                        Deal.line("l-2", second, second.plusYears(1), 15_000_000),
                        Deal.line("l-3", second.plusYears(1), END, 20_000_000)));
        story.fact(acme.contract(Day.at(1, 1), byYear, 1));

        assertThat(on(9).arr()).isEqualTo(Deal.eur(10_000_000));
        assertThat(on(10).arr()).isEqualTo(Deal.eur(15_000_000));
    }

    @Test
    void aLineThatEndsBeforeItsContractIsOverAlsoWhereThatRenewsByItself() {
        Deal renewing = Deal.of("c-1", START, day(20), 0)
                .renewing()
                .of(List.of(Deal.line("l-1", START, day(20), 2_000_000), Deal.line("l-2", START, day(10), 500_000)));
        story.fact(acme.contract(Day.at(1, 1), renewing, 1));

        assertThat(on(9).arr()).isEqualTo(Deal.eur(2_500_000));
        assertThat(on(10).arr()).isEqualTo(Deal.eur(2_000_000));
        assertThat(on(60).arr()).isEqualTo(Deal.eur(2_000_000));
    }

    @Test
    void seatsThatAMovementBringsCountFromItsDay() {
        ContractMovement more =
                new ContractMovement("m-seats", MovementKind.EXPANSION, day(10), Deal.eur(1_000_000), "l-1", null, 4);
        story.fact(acme.contract(
                Day.at(1, 1), deal.moved(MovementKind.NEW, START, 2_000_000).moved(more), 1));

        on(9);
        assertThat(seats()).isEqualTo(6);
        on(10);
        assertThat(seats()).isEqualTo(10);
    }

    @Test
    void ofTwoCurrenciesThatCountsOfWhichThereIsMost() {
        ContractLine dollars = new ContractLine("l-2", "suite", new Money(7_000_000, "USD"), null, START, END);
        story.fact(acme.contract(Day.at(1, 1), deal.of(List.of(Deal.line("l-1", START, END, 2_000_000), dollars)), 1));

        assertThat(on(2).arr()).isEqualTo(new Money(7_000_000, "USD"));
    }

    private Profile on(int day) {
        story.daysUntil(Day.at(day, 12));
        return profile();
    }

    private Profile profile() {
        return Objects.requireNonNull(story.state().profile());
    }

    private long seats() {
        Facts facts = story.state().facts();
        View now = View.current(
                facts, Freeze.of(facts, story.log()), story.log().now().toEpochMilli());
        return Commercial.of(now, 365).seats();
    }

    private static LocalDate day(int day) {
        return Day.MONDAY.plusDays(day);
    }
}

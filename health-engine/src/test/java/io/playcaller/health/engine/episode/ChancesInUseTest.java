package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What use says of a customer who may want more: products without a contract, and people who begin. */
class ChancesInUseTest extends MidMarketStory {

    private static final SignalState OPENED = SignalState.OPENED;
    private static final SignalState CLEARED = SignalState.CLEARED;

    @Test
    void aProductWithoutAContractThatIsUsedOnFiveDaysIsOfInterest() {
        midMarket(20, 0);
        useOf("product-1", 0, 20);
        useOf("insights", 10, 4);
        story.daysUntil(Day.start(20));
        assertThat(story.signals(Reason.EXP_FEATURE_INTEREST)).isEmpty();

        useOf("insights", 20, 1);
        story.tick(Day.start(21));

        assertThat(only(Reason.EXP_FEATURE_INTEREST).openedAt()).isEqualTo(Day.start(21));
        assertThat(only(Reason.EXP_FEATURE_INTEREST).sentence())
                .isEqualTo("insights, which no open contract is of, was used on 5 days of 28");
    }

    @Test
    void onceItIsBoughtTheInterestIsOver() {
        midMarket(20, 0);
        useOf("product-1", 0, 30);
        useOf("insights", 10, 20);
        story.daysUntil(Day.start(30));
        story.fact(of("c-2", 30, "insights")).tick(Day.start(31));

        assertThat(story.states(Reason.EXP_FEATURE_INTEREST)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void whatIsInAContractOfSeveralProductsIsLicensed() {
        story.fact(of("c", 0, "product-1", "insights"));
        useOf("product-1", 0, 20);
        useOf("insights", 0, 20);
        assertThat(story.tick(Day.start(21)).signals(Reason.EXP_FEATURE_INTEREST))
                .isEmpty();

        useOf("reports", 21, 6);

        assertThat(story.tick(Day.start(28)).signals(Reason.EXP_FEATURE_INTEREST))
                .hasSize(1);
    }

    @Test
    void whereUseNamesProductsOtherwiseThanContractsNothingIsSaid() {
        midMarket(20, 0);
        useOf("web", 0, 30);
        useOf("mobile", 0, 30);

        assertThat(story.tick(Day.start(31)).signals(Reason.EXP_FEATURE_INTEREST))
                .isEmpty();
    }

    @Test
    void aContractOfMoreLinesThanAreKnownMayHoldIt() {
        story.fact(of("c", 0, "product-1", "b", "c", "d", "e", "f", "insights"));
        useOf("product-1", 0, 20);
        useOf("insights", 0, 20);

        assertThat(story.tick(Day.start(21)).signals(Reason.EXP_FEATURE_INTEREST))
                .isEmpty();
    }

    @Test
    void severalPeopleWhoBeginInAWeekAreANewTeam() {
        midMarket(40, 0).use(acme, Day.start(0), 70, people(12));

        story.use(acme, Day.start(70), 4, people(17));

        assertThat(only(Reason.EXP_NEW_TEAM).openedAt()).isEqualTo(Day.start(71));
        assertThat(only(Reason.EXP_NEW_TEAM).sentence())
                .isEqualTo(
                        "5 people of the 7 days to 2026-05-11 had not used it in the 3 weeks before, in which 12 did");
        story.use(acme, Day.start(74), 30, people(17));
        assertThat(story.states(Reason.EXP_NEW_TEAM)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void fewWhoBeginAreNone() {
        midMarket(40, 0).use(acme, Day.start(0), 70, people(12));

        story.use(acme, Day.start(70), 20, people(16));

        assertThat(story.signals(Reason.EXP_NEW_TEAM)).isEmpty();
    }

    @Test
    void whoJoinsMoreOfThemselvesInTheFirstWeeksIsNoNewTeam() {
        midMarket(40, 0).use(acme, Day.start(0), 40, people(12));

        story.use(acme, Day.start(40), 15, people(30));

        assertThat(story.signals(Reason.EXP_NEW_TEAM)).isEmpty();
    }

    @Test
    void aWholeCompanyThatComesBackFromHolidaysIsNoNewTeam() {
        midMarket(40, 0).use(acme, Day.start(0), 70, people(12)).daysUntil(Day.start(98));

        story.use(acme, Day.start(98), 10, people(12));

        assertThat(story.signals(Reason.EXP_NEW_TEAM)).isEmpty();
    }

    private void useOf(String product, int first, int days) {
        for (int day = first; day < first + days; day++) {
            story.fact(FactsOf.about(product, acme.used(Day.at(day, 9), "p1")));
        }
    }

    /** A contract that starts that day, with a line for each product. */
    private Event<?> of(String id, int day, String... products) {
        LocalDate from = Day.MONDAY.plusDays(day);
        List<ContractLine> lines = IntStream.range(0, products.length)
                .mapToObj(i -> new ContractLine(
                        "l-" + i, products[i], new Money(3_000_000, "EUR"), 20, from, from.plusYears(1)))
                .toList();
        Event<?> one = acme.contract(from.atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC), id, from, 3_000_000, 20, 1);
        ContractRecord c = (ContractRecord) one.data();
        return Event.of(
                one.envelope(),
                new ContractRecord(
                        id,
                        c.accountId(),
                        1,
                        from,
                        from,
                        from.plusYears(1),
                        false,
                        30,
                        null,
                        null,
                        lines,
                        List.of(),
                        null));
    }
}

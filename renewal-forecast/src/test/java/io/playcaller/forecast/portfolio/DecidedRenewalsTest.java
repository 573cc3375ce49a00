package io.playcaller.forecast.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.portfolio.PeriodShock;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.portfolio.Holding.Decided;
import io.playcaller.forecast.portfolio.Portfolio.Figures;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What is decided of a quarter's renewals, and what is in force without one. */
class DecidedRenewalsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final LocalDate NEXT = LocalDate.of(2027, 2, 1);
    private static final PortfolioModel MODEL = new PortfolioModel(PeriodShock.defaults());

    private final List<Renewal> open = new ArrayList<>();
    private final List<Holding> holdings = new ArrayList<>();

    @Test
    void aQuarterOfWhichThreeTenthsAreLostCanKeepSevenTenths() {
        for (int number = 0; number < 7; number++) {
            due("c" + number, "a" + number, END, 100_000_00);
        }
        for (int number = 7; number < 10; number++) {
            decided("c" + number, "a" + number, 100_000_00, new Decided(END, 100_000_00, 0, 0));
        }
        Target target = new Target(
                "2026-Q4", By.ALL, "EUR", 1, new BigDecimal("0.8"), null, "ops@playcaller.test", Instant.EPOCH);

        Figures figures = figures(List.of(target)).get(0);

        assertThat(figures.renewalsDue()).isEqualTo(7);
        assertThat(figures.arrDue().minor()).isEqualTo(700_000_00);
        assertThat(figures.decided().lost()).isEqualTo(3);
        assertThat(figures.decided().arr().minor()).isEqualTo(300_000_00);
        assertThat(figures.grr().high()).isLessThanOrEqualTo(new BigDecimal("0.7"));
        assertThat(figures.grrOfInForce().high()).isLessThanOrEqualTo(new BigDecimal("0.7"));
        assertThat(figures.target().grrReached()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(figures.arrInForce().minor()).isEqualTo(1_000_000_00);
        assertThat(figures.logos().due()).isEqualTo(10);
        assertThat(figures.logos().kept().high()).isLessThanOrEqualTo(new BigDecimal("0.7"));
    }

    @Test
    void aTargetThatIsReachedAlreadyIsReachedWhateverIsOpen() {
        due("c1", "a1", END, 100);
        decided("c2", "a2", 0, new Decided(TODAY.minusDays(10), 900, 900, 950));
        Target target = new Target(
                "2026-Q4",
                By.ALL,
                "EUR",
                1,
                new BigDecimal("0.9"),
                new BigDecimal("0.95"),
                "ops@playcaller.test",
                Instant.EPOCH);

        Figures figures = figures(List.of(target)).get(0);

        assertThat(figures.target().grrReached()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(figures.target().nrrReached()).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void ofSeveralRenewalsOfAContractTheOpenOneCountsElseTheLast() {
        Decided october = new Decided(LocalDate.of(2026, 10, 10), 100, 100, 100);
        Decided november = new Decided(LocalDate.of(2026, 11, 10), 100, 80, 80);
        holdings.add(holding("c1", "a1", 80, october, november));
        due("c1", "a1", LocalDate.of(2026, 12, 10), 80, false);
        decided("c2", "a2", 80, october, november);

        Figures figures = figures(List.of()).get(0);

        assertThat(figures.renewalsDue()).isEqualTo(1);
        assertThat(figures.decided().renewed()).isEqualTo(1);
        assertThat(figures.decided().arr().minor()).isEqualTo(100);
        assertThat(figures.decided().kept().minor()).isEqualTo(80);
    }

    @Test
    void aTermPastItsDayThatWentOnIsDecidedAndNotDue() {
        LocalDate day = LocalDate.of(2026, 10, 20);
        holdings.add(holding("c1", "a1", 100, new Decided(day, 100, 100, 100)));
        due("c1", "a1", day, 100, false);

        Figures figures = figures(List.of()).get(0);

        assertThat(figures.renewalsDue()).isZero();
        assertThat(figures.decided().renewed()).isEqualTo(1);
        assertThat(figures.grrOfInForce().low()).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void whoAlsoHasAContractWithoutAnEndIsNoCustomerThatMayLeave() {
        due("c1", "a1", END, 100);
        holdings.add(holding("c2", "a1", 300));

        Figures figures = figures(List.of()).get(0);

        assertThat(figures.arrInForce().minor()).isEqualTo(400);
        assertThat(figures.logos().due()).isZero();
        assertThat(figures.logos().kept().low()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(figures.grrOfInForce().low()).isGreaterThanOrEqualTo(new BigDecimal("0.75"));
    }

    @Test
    void whatIsSignedAndHasNotBegunIsDueOneDayAndNotInForce() {
        due("c1", "a1", END, 100);
        due("c2", "a2", LocalDate.of(2027, 12, 31), 900, false);

        List<Figures> figures = figures(List.of());

        assertThat(figures).extracting(figure -> figure.arrInForce().minor()).containsOnly(100L);
        assertThat(figures.get(4).arrDue().minor()).isEqualTo(900);
        assertThat(figures.get(4).grrOfInForce().low()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(figures.get(0).logos().inForce()).isEqualTo(1);
    }

    @Test
    void aRenewalThatIsDecidedForALaterQuarterIsDecidedThere() {
        decided("c1", "a1", 100, new Decided(NEXT, 100, 0, 0));

        List<Figures> figures = figures(List.of());

        assertThat(figures.get(0).decided().lost()).isZero();
        assertThat(figures.get(0).logos().kept().low()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(figures.get(1).decided().lost()).isEqualTo(1);
        assertThat(figures.get(1).logos().kept().high()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @RepeatedTest(30)
    void decidedAsForecastInTheMeanNothingElseMoves(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        for (int number = 0; number < 12; number++) {
            due("c" + number, "a" + number, random.nextBoolean() ? END : NEXT, 1_000 + random.nextInt(100_000));
        }
        List<Figures> before = figures(List.of());
        open.removeIf(renewal -> {
            boolean decides = random.nextBoolean();
            if (decides) {
                ContractOutlook outlook = renewal.outlook();
                holdings.removeIf(holding -> holding.contractId().equals(renewal.contractId()));
                decided(
                        renewal.contractId(),
                        renewal.accountId(),
                        outlook.arr(),
                        new Decided(
                                renewal.renewalOn(), outlook.arr(), outlook.expectedRetained(), outlook.expectedNet()));
            }
            return decides;
        });

        List<Figures> after = figures(List.of());

        for (int quarter = 0; quarter < before.size(); quarter++) {
            Figures was = before.get(quarter);
            Figures is = after.get(quarter);
            assertThat(is.arrDue().minor() + is.decided().arr().minor())
                    .isEqualTo(was.arrDue().minor());
            assertThat(is.expected().minor() + is.decided().kept().minor())
                    .isEqualTo(was.expected().minor());
            assertThat(is.arrInForce()).isEqualTo(was.arrInForce());
            assertThat(is.grr().mean()).isEqualTo(was.grr().mean());
            assertThat(is.nrr().mean()).isEqualTo(was.nrr().mean());
            assertThat(is.grrOfInForce().mean()).isEqualTo(was.grrOfInForce().mean());
            assertThat(is.nrrOfInForce().mean()).isEqualTo(was.nrrOfInForce().mean());
        }
    }

    private List<Figures> figures(List<Target> targets) {
        return new QuarterFigures(MODEL, By.WHOLE, targets).of(new Renewals(TODAY, open, holdings), 5);
    }

    private void due(String contract, String account, LocalDate day, long arr) {
        due(contract, account, day, arr, true);
    }

    private void due(String contract, String account, LocalDate day, long arr, boolean inForce) {
        open.add(new Renewal(
                contract,
                account,
                day,
                Category.BEST_CASE,
                "EUR",
                new ContractOutlook(arr, 880_000, 120_000, 150_000),
                Traits.unknown()));
        if (inForce) {
            holdings.add(holding(contract, account, arr));
        }
    }

    private void decided(String contract, String account, long inForce, Decided... terms) {
        holdings.add(holding(contract, account, inForce, terms));
    }

    private static Holding holding(String contract, String account, long inForce, Decided... terms) {
        return new Holding(contract, account, "EUR", inForce, false, List.of(terms), Traits.unknown());
    }
}

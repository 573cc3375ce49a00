package io.playcaller.forecast.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.portfolio.PeriodShock;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.portfolio.Portfolio.Figures;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuarterFiguresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PortfolioModel MODEL = new PortfolioModel(PeriodShock.defaults());

    @Test
    void eachQuarterCountsItsRenewalsAndTheCurrentOneThosePastTheirDay() {
        List<Figures> figures = whole(
                2,
                renewal("2026-09-01", "EUR", 100),
                renewal("2026-12-31", "EUR", 200),
                renewal("2027-01-01", "EUR", 400),
                renewal("2028-01-01", "EUR", 800));

        assertThat(figures).extracting(Figures::quarter).containsExactly("2026-Q4", "2027-Q1");
        assertThat(figures).extracting(Figures::renewalsDue).containsExactly(2, 1);
        assertThat(figures).extracting(figure -> figure.arrDue().minor()).containsExactly(300L, 400L);
        assertThat(figures).extracting(figure -> figure.arrInForce().minor()).containsExactly(1_500L, 1_500L);
        assertThat(figures)
                .allMatch(figure ->
                        figure.grrOfInForce().low().compareTo(figure.grr().low()) >= 0);
    }

    @Test
    void aTermThatIsPastItsDayAndDecidedIsInForceAndDueNoMore() {
        Renewal open = renewal("2026-09-01", "EUR", 100);
        Renewal wentOn = new Renewal(
                "c-2", open.accountId(), open.renewalOn(), open.category(), "EUR", open.outlook(), open.traits(), true);

        assertThat(whole(2, open, wentOn)).extracting(Figures::renewalsDue).containsExactly(1, 0);
        assertThat(whole(1, wentOn)).singleElement().satisfies(figure -> {
            assertThat(figure.arrDue().minor()).isZero();
            assertThat(figure.arrInForce().minor()).isEqualTo(100);
            assertThat(figure.grrOfInForce().low()).isEqualByComparingTo(BigDecimal.ONE);
            assertThat(figure.logos().kept().low()).isEqualByComparingTo(BigDecimal.ONE);
        });
    }

    @Test
    void currenciesAreNeverAdded() {
        List<Figures> figures = whole(1, renewal("2026-12-01", "EUR", 100), renewal("2026-12-01", "USD", 200));

        assertThat(figures).extracting(Figures::currency).containsExactly("EUR", "USD");
        assertThat(figures).extracting(figure -> figure.arrDue().minor()).containsExactly(100L, 200L);
    }

    @Test
    void aQuarterWithoutRenewalsLosesNothing() {
        assertThat(whole(1, renewal("2027-12-01", "EUR", 100))).singleElement().satisfies(figure -> {
            assertThat(figure.renewalsDue()).isZero();
            assertThat(figure.grr().low()).isEqualByComparingTo(BigDecimal.ONE);
            assertThat(figure.logos().kept().low()).isEqualByComparingTo(BigDecimal.ONE);
        });
    }

    @Test
    void whatIsExpectedOfTheSegmentsSumsToTheWhole() {
        Renewals all =
                inForce(of("c1", "a1", "smb", 70_001), of("c2", "a2", "enterprise", 33_333), of("c3", "a3", "smb", 9));

        List<Figures> whole = new QuarterFigures(MODEL, By.WHOLE, List.of()).of(all, 1);
        List<Figures> segments = new QuarterFigures(MODEL.coarse(), By.SEGMENT, List.of()).of(all, 1);

        assertThat(segments).extracting(Figures::group).containsExactly("enterprise", "smb");
        assertThat(segments.stream().mapToLong(part -> part.expected().minor()).sum())
                .isEqualTo(whole.get(0).expected().minor());
    }

    @Test
    void aCustomerWithAContractThatIsNotDueStays() {
        Figures figures = new QuarterFigures(MODEL, By.WHOLE, List.of())
                .of(
                        inForce(
                                of("c1", "a1", "smb", 100),
                                of("c2", "a2", "smb", 100),
                                new Renewal(
                                        "c3",
                                        "a2",
                                        LocalDate.of(2027, 6, 1),
                                        Category.BEST_CASE,
                                        "EUR",
                                        new ContractOutlook(100, 880_000, 0, 0),
                                        Traits.unknown())),
                        1)
                .get(0);

        assertThat(figures.logos().inForce()).isEqualTo(2);
        assertThat(figures.logos().due()).isEqualTo(1);
        assertThat(figures.logos().kept().low()).isEqualByComparingTo("0.5");
    }

    @Test
    void mergedAccountsAreOneCustomerThatStaysWithAnyOfTheirContracts() {
        Renewals apart = inForce(
                of("c1", "a1", "smb", 100),
                new Renewal(
                        "c2",
                        "a2",
                        LocalDate.of(2027, 6, 1),
                        Category.BEST_CASE,
                        "EUR",
                        new ContractOutlook(100, 880_000, 0, 0),
                        Traits.unknown()));

        Figures figures = new QuarterFigures(MODEL, By.WHOLE, List.of())
                .of(apart.merged(Map.of("a1", "a2")), 1)
                .get(0);

        assertThat(figures.logos().inForce()).isEqualTo(1);
        assertThat(figures.logos().due()).isZero();
        assertThat(figures.logos().kept().low()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(figures.arrInForce().minor()).isEqualTo(200);
    }

    @Test
    void aTargetIsReachedAsOftenAsWhatIsKeptIsEnough() {
        Renewals one = inForce(of("c1", "a1", "smb", 100));
        Target target = new Target(
                "2026-Q4", By.ALL, "EUR", 1, new BigDecimal("0.9"), null, "ops@playcaller.test", Instant.EPOCH);

        Figures figures =
                new QuarterFigures(MODEL, By.WHOLE, List.of(target)).of(one, 1).get(0);

        assertThat(figures.target()).isNotNull();
        assertThat(figures.target().grrReached()).isEqualByComparingTo("0.88");
        assertThat(figures.target().nrrReached()).isNull();
    }

    @Test
    void aTargetOfASegmentIsNoneOfATierOfItsName() {
        Renewals one = inForce(new Renewal(
                "c1",
                "a1",
                LocalDate.of(2026, 12, 1),
                Category.BEST_CASE,
                "EUR",
                new ContractOutlook(100, 880_000, 0, 0),
                new Traits("enterprise", "enterprise", By.UNKNOWN, By.UNKNOWN, By.UNKNOWN)));
        List<Target> targets = List.of(new Target(
                "2026-Q4", "enterprise", "EUR", 1, new BigDecimal("0.9"), null, "ops@playcaller.test", Instant.EPOCH));

        assertThat(new QuarterFigures(MODEL, By.SEGMENT, targets)
                        .of(one, 1)
                        .get(0)
                        .target())
                .isNotNull();
        assertThat(new QuarterFigures(MODEL, By.TIER, targets).of(one, 1).get(0).target())
                .isNull();
    }

    @Test
    void aContractIsDividedAmongItsProductsToTheCent() {
        Renewals whole = inForce(of("c1", "a1", "smb", 100), of("c2", "a1", "smb", 50));

        List<Renewal> parts =
                whole.byProduct(Map.of("c1", Map.of("core", 1L, "plus", 2L))).all();

        assertThat(parts)
                .extracting(part -> part.traits().product())
                .containsExactlyInAnyOrder("core", "plus", By.UNKNOWN);
        assertThat(parts.stream().mapToLong(part -> part.outlook().arr()).sum()).isEqualTo(150);
        assertThat(parts)
                .filteredOn(part -> part.traits().product().equals("core"))
                .extracting(part -> part.outlook().arr())
                .containsExactly(33L);
    }

    private static List<Figures> whole(int quarters, Renewal... renewals) {
        return new QuarterFigures(MODEL, By.WHOLE, List.of()).of(inForce(renewals), quarters);
    }

    /** Contracts that all bring today what is due of them. */
    private static Renewals inForce(Renewal... renewals) {
        List<Holding> holdings = Stream.of(renewals)
                .map(renewal -> new Holding(
                        renewal.contractId(),
                        renewal.accountId(),
                        renewal.currency(),
                        renewal.outlook().arr(),
                        false,
                        List.of(),
                        renewal.traits()))
                .toList();
        return new Renewals(TODAY, List.of(renewals), holdings);
    }

    private static Renewal of(String contract, String account, String segment, long arr) {
        return new Renewal(
                contract,
                account,
                LocalDate.of(2026, 12, 1),
                Category.BEST_CASE,
                "EUR",
                new ContractOutlook(arr, 880_000, 0, 0),
                new Traits(segment, By.UNKNOWN, By.UNKNOWN, By.UNKNOWN, By.UNKNOWN));
    }

    private static Renewal renewal(String day, String currency, long arr) {
        return new Renewal(
                "c-" + day,
                "a-" + day,
                LocalDate.parse(day),
                Category.BEST_CASE,
                currency,
                new ContractOutlook(arr, 880_000, 100_000, 100_000),
                Traits.unknown());
    }
}

package io.playcaller.forecast.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.portfolio.PeriodShock;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.portfolio.Portfolio.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuarterFiguresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PortfolioModel MODEL = new PortfolioModel(PeriodShock.defaults());

    @Test
    void eachQuarterCountsItsRenewalsAndTheCurrentOneThosePastTheirDay() {
        List<Figures> figures = QuarterFigures.of(
                List.of(
                        renewal("2026-09-01", "EUR", 100),
                        renewal("2026-12-31", "EUR", 200),
                        renewal("2027-01-01", "EUR", 400),
                        renewal("2028-01-01", "EUR", 800)),
                TODAY,
                2,
                MODEL);

        assertThat(figures).extracting(Figures::quarter).containsExactly("2026-Q4", "2027-Q1");
        assertThat(figures).extracting(Figures::renewalsDue).containsExactly(2, 1);
        assertThat(figures).extracting(figure -> figure.arrDue().minor()).containsExactly(300L, 400L);
        assertThat(figures).extracting(figure -> figure.arrInForce().minor()).containsExactly(1_500L, 1_500L);
        assertThat(figures)
                .allMatch(figure ->
                        figure.grrOfInForce().low().compareTo(figure.grr().low()) >= 0);
    }

    @Test
    void currenciesAreNeverAdded() {
        List<Figures> figures = QuarterFigures.of(
                List.of(renewal("2026-12-01", "EUR", 100), renewal("2026-12-01", "USD", 200)), TODAY, 1, MODEL);

        assertThat(figures).extracting(Figures::currency).containsExactly("EUR", "USD");
        assertThat(figures).extracting(figure -> figure.arrDue().minor()).containsExactly(100L, 200L);
    }

    @Test
    void aQuarterWithoutRenewalsLosesNothing() {
        List<Figures> figures = QuarterFigures.of(List.of(renewal("2027-12-01", "EUR", 100)), TODAY, 1, MODEL);

        assertThat(figures).singleElement().satisfies(figure -> {
            assertThat(figure.renewalsDue()).isZero();
            assertThat(figure.grr().low()).isEqualByComparingTo(BigDecimal.ONE);
        });
    }

    private static Renewal renewal(String day, String currency, long arr) {
        return new Renewal(
                LocalDate.parse(day),
                Category.BEST_CASE,
                currency,
                new ContractOutlook(arr, 880_000, 100_000, 100_000));
    }
}

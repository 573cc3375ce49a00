package io.playcaller.forecast.engine.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogoForecastTest {

    private static final PortfolioModel INDEPENDENT = new PortfolioModel(new PeriodShock(0));

    @Test
    void aCustomerIsLostOnlyWhenNoneOfItsContractsRenews() {
        LogoForecast logos = INDEPENDENT.logos(1, List.of(new int[] {500_000, 500_000}));

        // Lost with probability 1/4: the median and the upper quantile keep it, the lower one does not.
        assertThat(logos.kept().low()).isZero();
        assertThat(logos.kept().median()).isEqualTo(1);
        assertThat(logos.kept().mean()).isEqualTo(1);
    }

    @Test
    void whoHasAContractThatIsNotDueStays() {
        assertThat(INDEPENDENT.logos(7, List.of())).isEqualTo(new LogoForecast(7, 0, Quantiles.certain(7)));
        assertThat(INDEPENDENT.logos(7, List.of(new int[] {0})).kept()).isEqualTo(Quantiles.certain(6));
    }

    @Test
    void manyCustomersAreNearlyNormal() {
        Quantiles kept = INDEPENDENT
                .logos(1_000, Collections.nCopies(1_000, new int[] {900_000}))
                .kept();

        // Binomial of 1,000 and .9: mean 900, deviation 9.49.
        assertThat(kept.mean()).isEqualTo(900);
        assertThat((double) kept.low()).isCloseTo(900 - 1.645 * 9.49, within(1.5));
        assertThat((double) kept.high()).isCloseTo(900 + 1.645 * 9.49, within(1.5));
    }
}

package io.playcaller.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.bench.forecast.ForecastFigures;
import org.junit.jupiter.api.Test;

class ForecastBenchCommandTest {

    @Test
    void bothFiguresAreSaidAndTheSecondOnlyWhereItWasMeasured() {
        ForecastFigures whole = new ForecastFigures(100_000, 10, 812.4, 900, 600, 9.26, 0, 0, 0);
        ForecastFigures both = new ForecastFigures(100_000, 10, 812.4, 900, 600, 9.26, 20, 411, 502);

        assertThat(ForecastBenchCommand.text(whole))
                .isEqualTo("100000 contracts forecast whole, with four quarters: 812 ms (slowest of 10: 900), of it"
                        + " contracts 600 ms; CPU 9.3 µs a contract");
        assertThat(ForecastBenchCommand.text(both))
                .endsWith(
                        "%nfrom a change's commit until it is in the figures: 411 ms (slowest of 20: 502)".formatted());
    }
}

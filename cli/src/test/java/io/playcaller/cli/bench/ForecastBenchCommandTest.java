package io.playcaller.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.bench.forecast.ChangeFigures;
import io.playcaller.bench.forecast.WholeFigures;
import org.junit.jupiter.api.Test;

class ForecastBenchCommandTest {

    @Test
    void bothMeasurementsAreSaidWithWhatTheyMeasured() {
        WholeFigures whole = new WholeFigures(100_000, 10, 812.4, 900, 600, 9.26);
        ChangeFigures change = new ChangeFigures(100_000, 1_234.5, 2_345, 20, 411, 502);

        assertThat(ForecastBenchCommand.text(whole))
                .isEqualTo("100000 contracts forecast whole, with four quarters: 812 ms (slowest of 10: 900), of it"
                        + " contracts 600 ms; CPU 9.3 µs a contract");
        assertThat(ForecastBenchCommand.text(change))
                .startsWith("a service with 100000 contracts: ")
                .endsWith("from a change on Kafka until an answer has it: 411 ms (slowest of 20: 502)");
    }
}

package io.playcaller.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is measured is what renewal-forecast does. */
class ForecastBenchTest {

    private static final Path PG_RENEWAL_TABLE =
            Path.of("../renewal-forecast/src/main/java/io/playcaller/forecast/portfolio/out/PgRenewalTable.java");

    @Test
    void theStatementsAreThoseOfRenewalForecast() throws IOException {
        String source = unnumbered(Files.readString(PG_RENEWAL_TABLE));

        assertThat(source).contains(unnumbered(ForecastStore.RENEWALS)).contains(unnumbered(ForecastStore.CHANGED));
    }

    @Test
    void everyRoundForecastsTheWholePortfolio() throws IOException {
        ForecastFigures figures = new ForecastBench(Path.of("unused"), step -> {}).run(200, 3, 0);

        assertThat(figures.contractsMillis()).isPositive().isLessThanOrEqualTo(figures.wholeMillis());
        assertThat(figures.wholeMillis()).isLessThanOrEqualTo(figures.slowestMillis());
    }

    private static String unnumbered(String text) {
        return text.replaceAll("\\$\\d+", "?").replaceAll("\\s+", " ");
    }
}

package io.playcaller.forecast.ledger.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.ledger.Cohorts;
import io.playcaller.forecast.ledger.Cohorts.Age;
import io.playcaller.forecast.ledger.Cohorts.Definitions;
import io.playcaller.forecast.ledger.Cohorts.Row;
import io.playcaller.forecast.ledger.Retention.Bridge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortCsvTest {

    private static final Period Q1 = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));

    @Test
    void eachAgeIsARowAndOneThatIsNotOverHasNoFigures() {
        Bridge bridge = new Bridge(
                "EUR", 100, 10, 10, 5, 7, 0, 0, 0, 0, 92, new BigDecimal("0.85"), new BigDecimal("0.92"), null, 3, 0);
        Row row = new Row(
                "2026-Q1",
                Q1.from(),
                Q1.until(),
                null,
                4,
                100L,
                List.of(
                        new Age(1, LocalDate.of(2026, 7, 1), bridge, null, List.of()),
                        new Age(2, LocalDate.of(2026, 10, 1), null, "not-over", List.of())));

        List<String> lines = CohortCsv.of(new Cohorts(definitions(), List.of(row), null))
                .lines()
                .toList();

        assertThat(lines.get(0)).startsWith("every,asOf,cohort,").endsWith("grr,nrr,logoRetention");
        assertThat(lines.get(1))
                .isEqualTo("quarter,2026-08-01,2026-Q1,2026-01-01,2026-04-01,,*,4,100,1,2026-07-01,,"
                        + "EUR,100,10,5,7,0,0,0,0,92,3,0,0.85,0.92,");
        assertThat(lines.get(2))
                .isEqualTo("quarter,2026-08-01,2026-Q1,2026-01-01,2026-04-01,,*,4,100,2,2026-10-01,not-over"
                        + ",".repeat(15));
    }

    private static Definitions definitions() {
        LocalDate asOf = LocalDate.of(2026, 8, 1);
        return new Definitions(
                "quarter", asOf, 20, "", "", "", "", "", "", "", "", 30, "constant", "EUR", null, "none");
    }
}

package io.playcaller.forecast.capacity.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.capacity.CapacityReport;
import io.playcaller.forecast.capacity.CapacityReport.Books;
import io.playcaller.forecast.capacity.CapacityReport.Measured;
import io.playcaller.forecast.capacity.CapacityReport.Plan;
import io.playcaller.forecast.capacity.CapacityReport.Staffed;
import io.playcaller.forecast.capacity.CapacityReport.Stream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapacityCsvTest {

    @Test
    void aRoleSaysWhatThePromiseComesToWithThePeopleThatItNeeds() {
        Plan plan = new Plan(
                "csm",
                "2026-Q4",
                "own-book",
                90,
                480,
                List.of(
                        new Stream("usual", new BigDecimal("12.5"), BigDecimal.TEN),
                        new Stream("renewals", BigDecimal.ONE, BigDecimal.TEN)),
                4,
                null,
                null,
                "attainment",
                List.of(
                        new Staffed(3, new BigDecimal("0.71"), new BigDecimal("0.95")),
                        new Staffed(4, new BigDecimal("0.93"), new BigDecimal("0.71"))));

        String csv = CapacityCsv.of(new CapacityReport(
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                "v1",
                Map.of(),
                new Measured(List.of(), List.of(), 0),
                new Books(List.of(), 0, 0, List.of()),
                List.of(plan)));

        assertThat(csv.lines().skip(1)).containsExactly("v1,csm,2026-Q4,own-book,90,480,13.5,4,,,attainment,0.93,0.71");
    }
}

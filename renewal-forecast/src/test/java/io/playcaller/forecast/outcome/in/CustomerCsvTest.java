package io.playcaller.forecast.outcome.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.ReferenceKind;
import io.playcaller.forecast.engine.survival.Wait;
import io.playcaller.forecast.outcome.Adoption;
import io.playcaller.forecast.outcome.Adoption.Sums;
import io.playcaller.forecast.outcome.ReferenceCount;
import io.playcaller.forecast.outcome.ScoreAccuracy;
import io.playcaller.forecast.outcome.ScoreAccuracy.Judged;
import io.playcaller.forecast.outcome.TimeToValue;
import io.playcaller.forecast.outcome.Waits.Cohort;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerCsvTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void aQuantileThatNobodyReachedIsAnEmptyCellAndNoZero() {
        TimeToValue table = TimeToValue.of(
                Map.of("smb", List.of(new Wait(10, true), new Wait(40, false), new Wait(50, false))),
                "first-value",
                new Cohort(DAY.minusYears(1), DAY),
                DAY);

        List<String> lines = CustomerCsv.of(table).lines().toList();

        assertThat(lines).hasSize(3).allSatisfy(CustomerCsvTest::isWhole);
        assertThat(lines.get(1)).startsWith("first-value,2025-06-01,2026-06-01,2026-06-01,all,3,1,10,,");
        assertThat(lines.get(2)).contains(",smb,");
    }

    @Test
    void adoptionAndReferencesNameTheirDay() {
        Adoption adoption = Adoption.of(List.of(new Sums(DAY, "smb", 2, 120_000, 7_400_000_000.0, true)));
        ReferenceCount count = new ReferenceCount(
                DAY,
                "d",
                "account",
                1,
                2,
                Map.of(ReferenceKind.LOGO, 1),
                List.of(new ReferenceCount.Named("acme", List.of(ReferenceKind.LOGO))),
                null);

        assertThat(CustomerCsv.of(adoption).lines().skip(1))
                .hasSize(2)
                .allMatch(line -> line.startsWith("2026-06-01,"));
        assertThat(CustomerCsv.of(count)).endsWith("2026-06-01,acme,logo\r\n");
    }

    @Test
    void whereAllEndedAlikeThereIsNoAucAndTheGradesStandAllTheSame() {
        ScoreAccuracy accuracy = ScoreAccuracy.of(List.of(new Judged("acme", 90_000, true)), 90);

        List<String> lines = CustomerCsv.of(accuracy).lines().toList();

        assertThat(lines)
                .hasSize(6)
                .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(11));
        assertThat(lines.get(1)).startsWith("90,A,1,1.0000,").endsWith(",,,,0");
    }

    private static void isWhole(String line) {
        assertThat(line.split(",", -1)).hasSize(12);
    }
}

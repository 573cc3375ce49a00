package io.playcaller.forecast.memory.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.contract.ShortTerms;
import io.playcaller.forecast.engine.memory.Coverage;
import io.playcaller.forecast.engine.memory.Hindsight;
import io.playcaller.forecast.memory.Accuracy;
import io.playcaller.forecast.memory.Hindsights.Source;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryCsvTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 1, 1);

    @Test
    void accuracySaysHowRightEachSourceWasAndHowOftenTheIntervalsHeld() {
        Accuracy accuracy = Accuracy.of(
                Accuracy.Definitions.stated(0.25, ShortTerms.defaults()),
                FROM,
                UNTIL,
                Map.of(
                        new Source(90, "EUR", "model", ""),
                        new Hindsight(2, 200_000, 180_000, 150_000, 140_000, 30_000, 2, 0.5)),
                Map.of(90, new Coverage(8, 7, 1, 0)));

        assertThat(MemoryCsv.of(accuracy).lines())
                .containsExactly(
                        "from,until,horizon,source,author,currency,n,dueMinor,forecastMinor,actualMinor,restatedMinor,"
                                + "bias,accuracy,brier,within,below,above,coverage",
                        "2026-01-01,2027-01-01,90,model,,EUR,2,200000,180000,150000,140000,0.1500,0.8500,0.2500,,,,",
                        "2026-01-01,2027-01-01,90,interval,,,8,,,,,,,,7,1,0,0.8750");
    }
}

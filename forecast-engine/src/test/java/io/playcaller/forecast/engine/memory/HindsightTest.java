package io.playcaller.forecast.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.forecast.engine.memory.Coverage.Group;
import io.playcaller.forecast.engine.memory.Hindsight.Call;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.portfolio.PeriodShock;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HindsightTest {

    private static final RenewalOutcome KEPT = new RenewalOutcome(1_000, 1_200);
    private static final RenewalOutcome LOST = new RenewalOutcome(0, 0);

    @Test
    void errorsOfBothSignsCancelInTheBiasAndNotInTheAccuracy() {
        Hindsight hindsight = Hindsight.of(
                List.of(new Call(1_000, 800, 800_000, KEPT, KEPT), new Call(1_000, 200, 200_000, LOST, LOST)));

        assertThat(hindsight.bias()).hasValue(0);
        assertThat(hindsight.accuracy().orElseThrow()).isCloseTo(0.8, within(1e-12));
        assertThat(hindsight.brier().orElseThrow()).isCloseTo(0.04, within(1e-12));
    }

    @Test
    void aRestatementStandsBesideWhatWasFirstKnown() {
        Hindsight hindsight = Hindsight.of(List.of(new Call(1_000, 1_000, null, LOST, KEPT)));

        assertThat(hindsight.actual()).isZero();
        assertThat(hindsight.restated()).isEqualTo(1_000);
        assertThat(hindsight.bias()).hasValue(1);
        assertThat(hindsight.brier()).isEmpty();
    }

    @Test
    void nothingIsSaidOfNothing() {
        assertThat(Hindsight.of(List.of()).bias()).isEmpty();
    }

    @Test
    void anIntervalIsMissedOnEitherSide() {
        List<ContractOutlook> fair = Collections.nCopies(100, new ContractOutlook(100, 500_000, 0, 0));
        PortfolioModel model = new PortfolioModel(new PeriodShock(0));

        Coverage coverage =
                Coverage.of(List.of(new Group(fair, 5_000), new Group(fair, 3_000), new Group(fair, 7_000)), model);

        assertThat(coverage).isEqualTo(new Coverage(3, 1, 1, 1));
    }
}

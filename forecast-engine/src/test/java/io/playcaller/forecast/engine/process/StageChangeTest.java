package io.playcaller.forecast.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.contract.RenewalStage;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageChangeTest {

    @Test
    void forwardNeedsWhatEveryStageThatIsLeftAsksFor() {
        Renewing renewing = Renewing.contract().stage(RenewalStage.PREPARING);

        assertThat(change(renewing, RenewalStage.PROPOSAL, false))
                .isEqualTo(new StageChange.Refused(List.of(
                        "nobody was in touch with the customer for 60 days",
                        "nobody confirmed value-review",
                        "nobody confirmed proposal-sent")));
        assertThat(change(
                        renewing.touchedOn("2026-02-01").confirmed("value-review", "proposal-sent"),
                        RenewalStage.PROPOSAL,
                        false))
                .isEqualTo(new StageChange.Allowed(List.of()));
    }

    @Test
    void aLeadMayGoOnAndWhatWasMissingIsKept() {
        Renewing renewing = Renewing.contract().stage(RenewalStage.VALUE_CONFIRMED);

        assertThat(change(renewing, RenewalStage.PROPOSAL, true))
                .isEqualTo(new StageChange.Allowed(List.of("nobody confirmed proposal-sent")));
    }

    @Test
    void backNeedsNothing() {
        Renewing renewing = Renewing.contract().stage(RenewalStage.VERBAL);

        assertThat(change(renewing, RenewalStage.PREPARING, false)).isEqualTo(new StageChange.Allowed(List.of()));
    }

    private static StageChange change(Renewing renewing, RenewalStage to, boolean leading) {
        RenewalFacts facts = renewing.build().facts(Renewing.PROCESS, renewing.now());
        return StageChange.of(Renewing.PROCESS, facts, to, leading);
    }
}

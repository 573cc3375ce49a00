package io.playcaller.forecast.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.engine.estimate.Moments;
import io.playcaller.forecast.engine.lift.LiftMetric;
import io.playcaller.forecast.engine.lift.LiftRule;
import io.playcaller.forecast.engine.lift.PlayLift;
import io.playcaller.forecast.engine.review.ProgrammeRule;
import io.playcaller.forecast.engine.review.Proposal;
import io.playcaller.forecast.kpi.Programme.Input;
import io.playcaller.forecast.kpi.Programme.Measure;
import io.playcaller.forecast.kpi.Programme.Row;
import io.playcaller.forecast.outcome.RunCount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgrammeTest {

    private static final Measure MEASURE = new Measure(LiftMetric.RECOVERED, 90, ProgrammeRule.defaults());
    private static final LocalDate UNTIL = LocalDate.of(2026, 4, 1);

    @Test
    void everyPlayHasAProposalItsEvidenceAndTheLastDecision() {
        Programme programme = Programme.of(
                "2026-Q1",
                UNTIL,
                new Input(
                        List.of(lift("rescue", 90, 0.7, 0.45), lift("rescue", 30, 0.1, 0.9)),
                        List.of(new RunCount("welcome", 40, 30)),
                        List.of(
                                decision("rescue", Proposal.Kind.OPTIMIZE, 1),
                                decision("rescue", Proposal.Kind.KEEP, 2)),
                        Map.of("rescue", new Money(15_00, "EUR"))),
                List.of(),
                MEASURE);

        assertThat(programme.items()).extracting(Row::play).containsExactly("rescue", "welcome");
        Row rescue = programme.items().get(0);
        assertThat(rescue.proposal()).isEqualTo("keep");
        assertThat(rescue.lift()).isNotNull();
        assertThat(rescue.lift().daysAfter()).isEqualTo(90);
        assertThat(rescue.decision()).isNotNull();
        assertThat(rescue.decision().decision()).isEqualTo(Proposal.Kind.KEEP);
        assertThat(programme.items().get(1).proposal()).isEqualTo("rethink");
        assertThat(programme.items().get(1).precision()).isEqualByComparingTo("0.25");
    }

    private static PlayLift lift(String play, int daysAfter, double treated, double holdout) {
        return new PlayLift(
                play,
                daysAfter,
                LiftMetric.RECOVERED,
                "",
                LiftRule.defaults().lift(shares(treated), shares(holdout), LiftMetric.RECOVERED));
    }

    private static Moments shares(double share) {
        Moments moments = Moments.none();
        for (int i = 0; i < 1_000; i++) {
            moments = moments.plus(i < share * 1_000 ? 1 : 0);
        }
        return moments;
    }

    private static Decision decision(String play, Proposal.Kind kind, int second) {
        return new Decision(
                new UUID(0, second), "2026-Q1", play, null, kind, "because", "lead", Instant.ofEpochSecond(second));
    }
}

package io.playcaller.forecast.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.estimate.Moments;
import io.playcaller.forecast.engine.lift.LiftMetric;
import io.playcaller.forecast.engine.lift.LiftRule;
import io.playcaller.forecast.engine.lift.PlayLift;
import io.playcaller.forecast.engine.review.Proposal.Kind;
import org.junit.jupiter.api.Test;

class ProgrammeRuleTest {

    private static final ProgrammeRule RULE = ProgrammeRule.defaults();

    @Test
    void anIntervalAboveNothingIsKept() {
        assertThat(propose(700, 1_000, 450, 1_000, 0)).isEqualTo(Kind.KEEP);
    }

    @Test
    void signalsThatNeverHeldWinOverALiftThatIsThere() {
        assertThat(propose(700, 1_000, 450, 1_000, 61)).isEqualTo(Kind.RETHINK);
    }

    @Test
    void harmIsRethought() {
        assertThat(propose(450, 1_000, 700, 1_000, 0)).isEqualTo(Kind.RETHINK);
    }

    @Test
    void unclearWithEnoughAccountsIsImproved() {
        assertThat(propose(105, 200, 20, 40, 0)).isEqualTo(Kind.OPTIMIZE);
    }

    @Test
    void unclearThatIsHardlyWorthItAtItsBestIsRethought() {
        assertThat(propose(50_000, 100_000, 50_000, 100_000, 0)).isEqualTo(Kind.RETHINK);
    }

    @Test
    void tooFewCollectsAndSaysHowManyMore() {
        Proposal proposal = RULE.propose(evidence(lift(30, 60, 3, 6), null, 0, null));

        assertThat(proposal.kind()).isEqualTo(Kind.COLLECT);
        assertThat(proposal.moreAccounts()).isPresent();
        assertThat(proposal.moreAccounts().getAsLong()).isGreaterThan(100);
    }

    @Test
    void withoutAHoldoutItCollectsAndSaysWhyThatWillNotHelp() {
        Proposal proposal = RULE.propose(evidence(lift(30, 60, 0, 0), null, 0, null));

        assertThat(proposal.kind()).isEqualTo(Kind.COLLECT);
        assertThat(proposal.moreAccounts()).isEmpty();
        assertThat(proposal.because()).contains("held out");
    }

    @Test
    void aRunThatCostsMoreThanItCanBringIsRethoughtAlthoughItHelps() {
        PlayLift money = new PlayLift(
                "p",
                90,
                LiftMetric.ARR,
                "EUR",
                LiftRule.defaults().lift(amounts(1_000), amounts(1_000), LiftMetric.ARR));

        assertThat(RULE.propose(evidence(lift(700, 1_000, 450, 1_000), money, 0, 1_000_000L))
                        .kind())
                .isEqualTo(Kind.RETHINK);
        assertThat(RULE.propose(evidence(lift(700, 1_000, 450, 1_000), money, 0, 1L))
                        .kind())
                .isEqualTo(Kind.KEEP);
    }

    private static Kind propose(int recovered, int treated, int alone, int holdout, long retracted) {
        return RULE.propose(evidence(lift(recovered, treated, alone, holdout), null, retracted, null))
                .kind();
    }

    private static Evidence evidence(PlayLift lift, PlayLift money, long retracted, Long cost) {
        return new Evidence("p", lift, money, 100, retracted, cost);
    }

    private static PlayLift lift(int recovered, int treated, int alone, int holdout) {
        return new PlayLift(
                "p",
                90,
                LiftMetric.RECOVERED,
                "",
                LiftRule.defaults().lift(shares(recovered, treated), shares(alone, holdout), LiftMetric.RECOVERED));
    }

    private static Moments shares(int part, int whole) {
        Moments moments = Moments.none();
        for (int i = 0; i < whole; i++) {
            moments = moments.plus(i < part ? 1 : 0);
        }
        return moments;
    }

    private static Moments amounts(int accounts) {
        Moments moments = Moments.none();
        for (int i = 0; i < accounts; i++) {
            moments = moments.plus(i % 10 == 0 ? -50_000 : 0);
        }
        return moments;
    }
}

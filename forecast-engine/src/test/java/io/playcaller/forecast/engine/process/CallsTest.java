package io.playcaller.forecast.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.contract.MovedDay;
import io.playcaller.forecast.engine.contract.RenewalStage;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallsTest {

    @Test
    void theManagersCallIsFinalElseTheCsmsElseTheModels() {
        Renewing renewing = Renewing.contract();
        assertThat(finalCall(renewing)).isEqualTo(CallBy.MODEL);

        assertThat(finalCall(renewing.judged(JudgeRole.CSM, Category.COMMIT))).isEqualTo(CallBy.CSM);
        assertThat(finalCall(renewing.judged(JudgeRole.MANAGER, Category.AT_RISK)))
                .isEqualTo(CallBy.MANAGER);
        assertThat(renewing.standing().calls().csm())
                .satisfies(csm -> assertThat(csm.category()).isEqualTo(Category.COMMIT));
    }

    @Test
    void whatExpiredCountsNoMoreAndTheModelIsHeardAgain() {
        Renewing renewing = Renewing.contract().judged(JudgeRole.CSM, Category.LOST, null, null, 30, 30);

        assertThat(finalCall(renewing)).isEqualTo(CallBy.MODEL);
    }

    @Test
    void aNewerWordOfARoleReplacesItsOlderOneForGood() {
        Renewing renewing = Renewing.contract()
                .judged(JudgeRole.CSM, Category.COMMIT, null, null, 20, 90)
                .judged(JudgeRole.CSM, Category.LOST, null, null, 10, 5);

        assertThat(finalCall(renewing)).isEqualTo(CallBy.MODEL);
    }

    @Test
    void whatWasTakenBackCountsNoMore() {
        Instant at = Instant.parse("2026-02-20T10:00:00Z");
        Judgement withdrawn = new Judgement(
                UUID.randomUUID(),
                "c1",
                Renewing.END,
                JudgeRole.CSM,
                Category.LOST,
                null,
                null,
                "ana",
                "because",
                at,
                at.plusSeconds(86_400 * 60),
                at.plusSeconds(60));

        assertThat(finalCall(Renewing.contract().judgement(withdrawn))).isEqualTo(CallBy.MODEL);
    }

    @Test
    void whatWasSaidOfOneRenewalDoesNotCountForTheNextButForACorrectedDate() {
        Renewing judged = Renewing.contract().judged(JudgeRole.CSM, Category.LOST);

        assertThat(finalCall(judged.endingOn(Renewing.END.plusDays(MovedDay.WORDS_HOLD_DAYS))))
                .isEqualTo(CallBy.CSM);
        assertThat(finalCall(judged.endingOn(Renewing.END.plusYears(1)))).isEqualTo(CallBy.MODEL);
    }

    @Test
    void aProbabilityAloneHasItsCategoryAndNothingToKeepIsLost() {
        Renewing proposed = Renewing.contract().stage(RenewalStage.PROPOSAL);

        assertThat(csm(proposed.judged(JudgeRole.CSM, null, 900_000, null, 3, 30)))
                .isEqualTo(new Call(CallBy.CSM, Category.COMMIT, 900_000, null));
        assertThat(csm(proposed.judged(JudgeRole.CSM, null, null, 0L, 2, 30)).category())
                .isEqualTo(Category.LOST);
        assertThat(csm(proposed.judged(JudgeRole.CSM, null, null, 7L, 1, 30)))
                .isEqualTo(new Call(CallBy.CSM, proposed.build().forecast().category(), null, 7L));
    }

    @Test
    void aPersonAndTheModelDisagreeFromTwoStepsOrTwentyFivePointsOn() {
        Renewing best = Renewing.contract().modelSays(Category.BEST_CASE);
        int model = best.build().forecast().renews();

        assertThat(best.judged(JudgeRole.CSM, Category.AT_RISK, model, null, 9, 30)
                        .standing()
                        .disagreement())
                .isNull();
        assertThat(best.judged(JudgeRole.CSM, Category.LOST, null, null, 8, 30)
                        .standing()
                        .disagreement())
                .isEqualTo("the CSM says lost, the model best case");
        assertThat(best.judged(JudgeRole.CSM, Category.BEST_CASE, model - 249_999, null, 7, 30)
                        .standing()
                        .disagreement())
                .isNull();
        assertThat(best.judged(JudgeRole.CSM, Category.BEST_CASE, model - 250_000, null, 6, 30)
                        .standing()
                        .disagreement())
                .isEqualTo("the CSM and the model are 25 points apart or more");
    }

    private static CallBy finalCall(Renewing renewing) {
        return renewing.standing().calls().finalCall().by();
    }

    private static Call csm(Renewing renewing) {
        return renewing.standing().calls().csm();
    }
}

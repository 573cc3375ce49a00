package io.playcaller.forecast.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.contract.RenewalStage;
import org.junit.jupiter.api.Test;

class RenewalReviewTest {

    @Test
    void atRiskWithoutAPlayIsAFaultAndAPlayAgainstARiskMendsIt() {
        Renewing renewing = Renewing.contract().on("2026-01-10").modelSays(Category.AT_RISK);

        assertThat(renewing.standing().faults()).extracting(Fault::code).containsExactly(FaultCode.AT_RISK_NO_PLAY);
        assertThat(renewing.task(Reason.USAGE_DROP, null).standing().faults()).isEmpty();
    }

    @Test
    void aReminderAndAWorryOfOurOwnAreNoPlan() {
        Renewing renewing = Renewing.contract()
                .on("2026-01-10")
                .modelSays(Category.AT_RISK)
                .task(Reason.FC_RENEWAL_DUE, "ana")
                .task(Reason.COM_NOTICE_NEAR, "ana")
                .task(Reason.FC_AT_RISK_NO_PLAN, "ana");

        assertThat(renewing.standing().faults()).extracting(Fault::code).containsExactly(FaultCode.AT_RISK_NO_PLAY);
    }

    @Test
    void aPlanThatWasWrittenCountsForAWhile() {
        Renewing renewing = Renewing.contract()
                .modelSays(Category.AT_RISK)
                .stage(RenewalStage.PREPARING)
                .planWrittenOn("2026-01-20");

        assertThat(renewing.on("2026-02-19").standing().faults()).isEmpty();
        assertThat(renewing.on("2026-02-20").standing().faults())
                .extracting(Fault::code)
                .containsExactly(FaultCode.AT_RISK_NO_PLAY);
    }

    @Test
    void atRiskWithoutAnOwnerIsAFaultAndWhoHasThePlanOwnsIt() {
        Renewing renewing =
                Renewing.contract().on("2026-01-10").modelSays(Category.AT_RISK).ownedByNobody();

        assertThat(renewing.standing().faults())
                .extracting(Fault::code)
                .containsExactly(FaultCode.AT_RISK_NO_PLAY, FaultCode.AT_RISK_NO_OWNER);
        assertThat(renewing.task(Reason.USAGE_DROP, "ben").standing().owner()).isEqualTo("ben");
        assertThat(renewing.standing().faults()).isEmpty();
    }

    @Test
    void theOwnerIsWhoHoldsTheRoleOfTheStageElseTheCsm() {
        Renewing renewing = Renewing.contract().stage(RenewalStage.VALUE_CONFIRMED);
        assertThat(renewing.standing().owner()).isEqualTo("ana");

        Standing standing = renewing.ownedBy("renewals-manager", "rita").standing();

        assertThat(standing.owner()).isEqualTo("rita");
        assertThat(standing.ownerRole()).isEqualTo("renewals-manager");
    }

    @Test
    void aCheckpointIsMissedFromTheDayAfterAndSaysWhatIsMissing() {
        assertThat(Renewing.contract().daysBefore(120).standing().faults()).isEmpty();

        assertThat(Renewing.contract().daysBefore(119).standing().faults())
                .containsExactly(
                        new Fault(FaultCode.CHECKPOINT_MISSED, "T-120 of 2026-03-03: stage preparing is not reached"));
        assertThat(Renewing.contract()
                        .daysBefore(119)
                        .stage(RenewalStage.PREPARING)
                        .standing()
                        .faults())
                .isEmpty();
    }

    @Test
    void onlyTheLastCheckpointThatPassedCounts() {
        Standing standing = Renewing.contract()
                .daysBefore(80)
                .judged(JudgeRole.CSM, Category.COMMIT)
                .standing();

        assertThat(standing.faults()).isEmpty();
        assertThat(standing.checkpoints().passed())
                .satisfies(passed -> assertThat(passed.key()).isEqualTo("T-90"));
        assertThat(standing.checkpoints().next())
                .satisfies(next -> assertThat(next.key()).isEqualTo("T-30"));
    }

    @Test
    void aBestCaseIsAGuessThatNobodyMayKeepAtNinetyDays() {
        assertThat(Renewing.contract()
                        .daysBefore(80)
                        .judged(JudgeRole.CSM, Category.BEST_CASE)
                        .standing()
                        .checkpoints()
                        .missing())
                .containsExactly("it is still called best case");
    }

    @Test
    void checkpointsCountBackFromTheNoticeDeadlineWhereThatIsEarlier() {
        Standing standing =
                Renewing.contract().on("2026-03-01").notice("2026-05-01").standing();

        assertThat(standing.decidedOn()).isEqualTo("2026-05-01");
        assertThat(standing.checkpoints().passed())
                .satisfies(passed -> assertThat(passed.key()).isEqualTo("T-90"));
    }

    @Test
    void accountsWithoutPeopleAndTermsThatBindHaveNoCheckpoints() {
        assertThat(Renewing.contract()
                        .daysBefore(10)
                        .tier("tech-touch")
                        .standing()
                        .faults())
                .isEmpty();
        assertThat(Renewing.contract()
                        .daysBefore(10)
                        .renewingItself("2026-05-01")
                        .standing()
                        .faults())
                .isEmpty();
    }

    @Test
    void whatIsLostOnRecordOrEndedLongAgoIsNobodysFault() {
        Renewing cancelled = Renewing.contract().daysBefore(10).cancelledOn("2026-06-01");
        Renewing forgotten = Renewing.contract().on("2026-08-31").modelSays(Category.AT_RISK);

        assertThat(cancelled.standing().faults()).isEmpty();
        assertThat(cancelled.standing().signals()).isEmpty();
        assertThat(forgotten.standing().faults()).isEmpty();
        assertThat(forgotten.standing().signals()).isEmpty();
    }
}

package io.playcaller.forecast.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.forecast.engine.contract.RenewalStage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenewalSignalsTest {

    @Test
    void aRenewalIsDueFromItsDayOnUntilLongAfterItsEnd() {
        assertThat(reasons(Renewing.contract().daysBefore(181))).isEmpty();
        assertThat(reasons(Renewing.contract().daysBefore(180))).containsExactly(Reason.FC_RENEWAL_DUE);
        assertThat(reasons(Renewing.contract().daysBefore(-60))).containsExactly(Reason.FC_RENEWAL_DUE);
        assertThat(reasons(Renewing.contract().daysBefore(-61))).isEmpty();
    }

    @Test
    void aMissedCheckpointMakesItGraverAndIsNoSignalOfItsOwn() {
        Renewing renewing = Renewing.contract().daysBefore(125);
        assertThat(renewing.standing().signals())
                .containsExactly(new WantedSignal(
                        Reason.FC_RENEWAL_DUE,
                        Severity.LOW,
                        "A renewal is due: contract c1 ends on 2026-07-01",
                        List.of(),
                        LocalDate.of(2026, 1, 2)));

        WantedSignal missed = renewing.daysBefore(20).standing().signals().get(0);

        assertThat(missed.severity()).isEqualTo(Severity.HIGH);
        assertThat(missed.evidence())
                .containsExactly("Missed checkpoint T-30 of 2026-06-01: stage verbal is not reached");
    }

    @Test
    void aRenewalThatIsDueSaysUntilWhenItCanBeCancelledWhereThatComesFirst() {
        Renewing renewing = Renewing.contract().daysBefore(125);

        assertThat(due(renewing.notice("2026-04-02")).sentence())
                .isEqualTo("A renewal is due: contract c1 ends on 2026-07-01 and can be cancelled until 2026-04-02");
        assertThat(due(renewing.notice("2026-07-01")).sentence())
                .isEqualTo("A renewal is due: contract c1 ends on 2026-07-01");
    }

    private static WantedSignal due(Renewing renewing) {
        return renewing.standing().signals().stream()
                .filter(signal -> signal.reason() == Reason.FC_RENEWAL_DUE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatDoesNotChangeIsSaidInTheSameWordsEachDay() {
        assertThat(Renewing.contract().daysBefore(110).standing().signals())
                .isEqualTo(Renewing.contract().daysBefore(100).standing().signals());
    }

    @Test
    void theNoticeDeadlineOfWhatRenewsByItselfIsNearUntilItHasPassed() {
        Renewing renewing = Renewing.contract().renewingItself("2026-05-01");

        assertThat(reasons(renewing.on("2026-03-31"))).doesNotContain(Reason.COM_NOTICE_NEAR);
        assertThat(reasons(renewing.on("2026-04-01"))).contains(Reason.COM_NOTICE_NEAR);
        assertThat(reasons(renewing.on("2026-05-01"))).contains(Reason.COM_NOTICE_NEAR);
        assertThat(reasons(renewing.on("2026-05-02"))).isEmpty();
        assertThat(reasons(Renewing.contract().on("2026-04-15").notice("2026-05-01")))
                .doesNotContain(Reason.COM_NOTICE_NEAR);
    }

    @Test
    void aDoubtfulRenewalMakesTheNoticeDeadlineGrave() {
        Renewing renewing = Renewing.contract().on("2026-04-15").renewingItself("2026-05-01");

        assertThat(notice(renewing.modelSays(Category.BEST_CASE)).severity()).isEqualTo(Severity.MEDIUM);
        assertThat(notice(renewing.modelSays(Category.AT_RISK)).severity()).isEqualTo(Severity.HIGH);
        assertThat(notice(renewing).sentence())
                .isEqualTo("The cancellation-notice deadline is near: contract c1 renews by itself unless it is "
                        + "cancelled by 2026-05-01");
    }

    @Test
    void aRiskHasTwoDaysToGetAPlan() {
        Renewing renewing = Renewing.contract()
                .on("2025-12-10")
                .modelSays(Category.AT_RISK)
                .since(FaultCode.AT_RISK_NO_PLAY, "2025-12-09");

        assertThat(reasons(renewing)).isEmpty();
        assertThat(reasons(renewing.on("2025-12-11"))).containsExactly(Reason.FC_AT_RISK_NO_PLAN);
        assertThat(reasons(renewing.task(Reason.USAGE_DROP, "ana"))).isEmpty();
    }

    @Test
    void aDisagreementIsATaskUntilAManagerHasTheLastWord() {
        Renewing renewing = Renewing.contract()
                .on("2025-12-10")
                .modelSays(Category.BEST_CASE)
                .judged(JudgeRole.CSM, Category.LOST);
        assertThat(reasons(renewing)).containsExactly(Reason.FC_DISAGREEMENT);

        Standing settled = renewing.judged(JudgeRole.MANAGER, Category.LOST).standing();

        assertThat(settled.signals()).isEmpty();
        assertThat(settled.disagreement()).isEqualTo("the CSM says lost, the model best case");
    }

    @Test
    void aStageThatIsReachedClearsWhatWasMissing() {
        assertThat(Renewing.contract()
                        .daysBefore(20)
                        .stage(RenewalStage.VERBAL)
                        .standing()
                        .signals())
                .singleElement()
                .satisfies(due -> assertThat(due.severity()).isEqualTo(Severity.LOW));
    }

    private static List<Reason> reasons(Renewing renewing) {
        return renewing.standing().signals().stream().map(WantedSignal::reason).toList();
    }

    private static WantedSignal notice(Renewing renewing) {
        return renewing.standing().signals().stream()
                .filter(signal -> signal.reason() == Reason.COM_NOTICE_NEAR)
                .findFirst()
                .orElseThrow();
    }
}

package io.playcaller.forecast.engine.contract;

import static io.playcaller.forecast.engine.contract.Situations.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.playcaller.contracts.forecast.Driver;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.reason.SignalKind;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PriorModelTest {

    private static final PriorModel MODEL = PriorModel.defaults();

    @Property(tries = 500)
    void theDriversSumToTheProbability(
            @ForAll @IntRange(max = 100) int health,
            @ForAll @IntRange(max = 400) int overdue,
            @ForAll @IntRange(max = 6) int late,
            @ForAll @Size(max = 6) List<Reason> reasons,
            @ForAll Severity severity,
            @ForAll boolean cancelled) {
        Situations situation = customer().health(health).overdue(overdue).paidLate(late, 6);
        reasons.forEach(reason -> situation.signal(reason, severity));
        if (cancelled) {
            situation.cancelledOn("2026-02-01");
        }

        Probabilities probabilities = MODEL.of(situation.build());

        assertThat(probabilities.drivers().stream().mapToLong(Driver::points).sum())
                .isEqualTo(probabilities.renews());
        assertThat(probabilities.renews()).isBetween(1_000, 999_000);
        assertThat(probabilities.contracts() + probabilities.expands()).isBetween(0, 1_000_000);
    }

    @Property(tries = 300)
    void moreRiskNeverMakesARenewalMoreProbable(
            @ForAll @IntRange(max = 99) int health,
            @ForAll @IntRange(max = 200) int overdue,
            @ForAll @Size(max = 4) List<Reason> reasons,
            @ForAll Reason further,
            @ForAll @IntRange(min = 1, max = 330) int daysAfterJanuary) {
        String day =
                java.time.LocalDate.of(2025, 8, 1).plusDays(daysAfterJanuary).toString();
        int asItIs = renews(situation(health, overdue, reasons, day));

        assertThat(renews(situation(health + 1, overdue, reasons, day))).isGreaterThanOrEqualTo(asItIs);
        assertThat(renews(situation(health, overdue + 1, reasons, day))).isLessThanOrEqualTo(asItIs);
        assertThat(renews(situation(health, overdue, reasons, day).cancelledOn("2025-07-01")))
                .isLessThan(asItIs);
        if (further.kind() == SignalKind.RISK) {
            Situations worse = situation(health, overdue, reasons, day).signal(further, Severity.HIGH);
            assertThat(renews(worse)).isLessThanOrEqualTo(asItIs);
        }
    }

    @Test
    void historyMovesMoreThanTheSameScoreFarFromTheDecision() {
        int plain = renews(customer());

        int badHealthFarAway = renews(customer().on("2025-08-01").health(35));
        int badHealthNear = renews(customer().on("2026-06-01").health(35));

        assertThat(badHealthNear).isLessThan(badHealthFarAway);
        assertThat(renews(customer().contractedOn("2026-01-10"))).isLessThan(plain);
        assertThat(renews(customer().paidLate(3, 4))).isLessThan(plain);
    }

    @Test
    void aContractThatCanNoLongerBeCancelledIsNearlySure() {
        Situations before = customer().on("2026-03-30").renewingItself("2026-04-02");
        Situations after = customer().on("2026-04-03").renewingItself("2026-04-02");

        assertThat(renews(after)).isGreaterThan(renews(before)).isGreaterThan(960_000);
    }

    @Test
    void anInvoiceSignalIsNotCountedBesideTheInvoiceItself() {
        Situations told = customer().overdue(20);
        Situations toldTwice = customer().overdue(20).signal(Reason.COM_INVOICE_OVERDUE, Severity.HIGH);

        assertThat(renews(toldTwice)).isEqualTo(renews(told));
    }

    @Test
    void thatTheNoticeDeadlineIsNearMovesNoProbability() {
        Probabilities before = MODEL.of(customer().health(60).build());
        Probabilities near = MODEL.of(customer()
                .health(60)
                .signal(Reason.COM_NOTICE_NEAR, Severity.HIGH)
                .build());
        Probabilities asked = MODEL.of(
                customer().health(60).signal(Reason.COM_PRICE, Severity.HIGH).build());

        assertThat(near).isEqualTo(before);
        assertThat(asked.contracts()).isGreaterThan(before.contracts());
    }

    @Test
    void aWishToGrowMakesGrowthProbable() {
        Probabilities plain = MODEL.of(customer().health(85).build());
        Probabilities near = MODEL.of(customer()
                .health(85)
                .signal(Reason.EXP_SEATS_NEAR_LIMIT, Severity.MEDIUM)
                .build());

        assertThat(near.expands()).isGreaterThan(plain.expands());
        assertThat(near.renews()).isEqualTo(plain.renews());
    }

    @Test
    void baseRatesThatLeaveNothingAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PriorModel(0.9, 0.6, 0.4));
        assertThatIllegalArgumentException().isThrownBy(() -> new PriorModel(1, 0.1, 0.1));
    }

    @Test
    void theVersionNamesBaseRatesThatAreNotTheDefaults() {
        assertThat(MODEL.version()).isEqualTo("prior-2");
        assertThat(new PriorModel(0.88, 0.12, 0.15).version()).isEqualTo("prior-2");
        assertThat(new PriorModel(0.9, 0.12, 0.15).version()).isEqualTo("prior-2/0.9/0.12/0.15");
    }

    private static Situations situation(int health, int overdue, List<Reason> reasons, String day) {
        Situations situation = customer().on(day).health(health).overdue(overdue);
        reasons.forEach(reason -> situation.signal(reason, Severity.MEDIUM));
        return situation;
    }

    private static int renews(Situations situation) {
        return MODEL.of(situation.build()).renews();
    }
}

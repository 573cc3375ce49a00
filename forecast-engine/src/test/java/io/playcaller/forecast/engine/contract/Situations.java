package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Builds situations: a customer of two years with one renewal, 120 days before its end, and no more known. */
final class Situations {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private LocalDate today = TODAY;
    private boolean autoRenew;
    private LocalDate noticeBy;
    private LocalDate endKnownOn;
    private LocalDate contractedOn;
    private PaymentHistory payments = PaymentHistory.UNKNOWN;
    private HealthView health;
    private RenewalStage stage = RenewalStage.NOT_STARTED;
    private final List<OpenSignal> signals = new ArrayList<>();

    static Situations customer() {
        return new Situations();
    }

    Situations on(String day) {
        today = LocalDate.parse(day);
        return this;
    }

    Situations renewingItself(String noticeDay) {
        autoRenew = true;
        noticeBy = LocalDate.parse(noticeDay);
        return this;
    }

    Situations cancelledOn(String day) {
        endKnownOn = LocalDate.parse(day);
        return this;
    }

    Situations contractedOn(String day) {
        contractedOn = LocalDate.parse(day);
        return this;
    }

    Situations overdue(int days) {
        payments = new PaymentHistory(days, payments.settled(), payments.settledLate());
        return this;
    }

    Situations paidLate(int late, int of) {
        payments = new PaymentHistory(payments.overdueDays(), of, late);
        return this;
    }

    Situations health(int points) {
        health = new HealthView(points * 1_000L, 1_000_000);
        return this;
    }

    Situations signal(Reason reason, Severity severity) {
        signals.add(new OpenSignal(reason, severity));
        return this;
    }

    Situations stage(RenewalStage reached) {
        stage = reached;
        return this;
    }

    ContractSituation build() {
        Terms terms = new Terms(
                "c1", "acme", new Money(1_000_000, "EUR"), LocalDate.of(2026, 7, 1), noticeBy, autoRenew, endKnownOn);
        AccountHistory history = new AccountHistory(LocalDate.of(2024, 1, 1), 1, 0, contractedOn, null);
        return new ContractSituation(today, terms, history, payments, health, List.copyOf(signals), stage);
    }
}

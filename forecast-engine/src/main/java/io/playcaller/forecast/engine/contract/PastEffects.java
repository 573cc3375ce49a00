package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.reason.Reason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Contract and payment history: they come first, because usage alone says little about whether a contract is renewed.
 * The numbers are judgement, to be replaced by a model that is fitted on the company's own closed contracts.
 */
final class PastEffects {

    private static final double FIRST_YEAR = -0.2;
    private static final double PER_YEAR = 0.1;
    private static final double TENURE_AT_MOST = 0.4;
    private static final double PER_RENEWAL = 0.15;
    private static final int RENEWALS_AT_MOST = 4;
    private static final double LEFT_BEFORE = -0.4;
    private static final double CONTRACTED_THIS_YEAR = -0.6;
    private static final double CONTRACTED_LAST_YEAR = -0.3;
    private static final double OVERDUE_PER_DAY = -0.02;
    private static final double OVERDUE_AT_MOST = -1.2;
    private static final double ALWAYS_LATE = -0.8;
    private static final int DAYS_OF_YEAR = 365;

    private PastEffects() {}

    static List<Effect> of(ContractSituation situation) {
        List<Effect> effects = new ArrayList<>();
        history(situation.history(), situation.today(), effects);
        payments(situation.payments(), effects);
        return effects;
    }

    private static void history(AccountHistory history, LocalDate today, List<Effect> effects) {
        long years = Math.max(0, ChronoUnit.YEARS.between(history.customerSince(), today));
        double tenure = years == 0 ? FIRST_YEAR : Math.min(TENURE_AT_MOST, PER_YEAR * (years - 1));
        effects.add(new Effect("tenure", tenure, "Customer since " + history.customerSince()));
        if (history.renewals() > 0) {
            double renewals = PER_RENEWAL * Math.min(RENEWALS_AT_MOST, history.renewals());
            effects.add(new Effect("past-renewals", renewals, "Renewed " + times(history.renewals()) + " so far"));
        }
        if (history.churned() > 0) {
            effects.add(new Effect("past-churn", LEFT_BEFORE, "Let a contract end " + times(history.churned())));
        }
        double contraction = contraction(history.lastContractionOn(), today);
        if (contraction < 0) {
            effects.add(
                    new Effect("past-contraction", contraction, "Went down to less on " + history.lastContractionOn()));
        }
    }

    private static void payments(PaymentHistory payments, List<Effect> effects) {
        if (payments.overdueDays() > 0) {
            effects.add(new Effect(
                    "invoice-overdue",
                    Reason.COM_INVOICE_OVERDUE,
                    Math.max(OVERDUE_AT_MOST, OVERDUE_PER_DAY * payments.overdueDays()),
                    "An invoice is " + payments.overdueDays() + " days overdue"));
        }
        if (payments.settledLate() > 0) {
            effects.add(new Effect(
                    "late-payments",
                    ALWAYS_LATE * payments.settledLate() / payments.settled(),
                    payments.settledLate() + " of " + payments.settled()
                            + " invoices of the last year were paid more than 15 days late"));
        }
    }

    private static double contraction(@Nullable LocalDate last, LocalDate today) {
        if (last == null || last.isBefore(today.minusDays(2 * DAYS_OF_YEAR))) {
            return 0;
        }
        return last.isBefore(today.minusDays(DAYS_OF_YEAR)) ? CONTRACTED_LAST_YEAR : CONTRACTED_THIS_YEAR;
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }
}

package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.fact.InvoiceChanged;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/**
 * How an account pays.
 *
 * @param overdueDays days since the oldest unpaid invoice was due; 0 when none is overdue
 * @param settled invoices paid in the last 365 days
 * @param settledLate those of them paid more than 15 days late
 */
public record PaymentHistory(int overdueDays, int settled, int settledLate) {

    private static final int WINDOW_DAYS = 365;
    private static final int LATE_DAYS = 15;

    /** Nothing is known. */
    public static final PaymentHistory UNKNOWN = new PaymentHistory(0, 0, 0);

    /** What {@code invoices} of an account tell on {@code today}. */
    public static PaymentHistory of(Collection<InvoiceChanged> invoices, LocalDate today) {
        long overdue = 0;
        int settled = 0;
        int late = 0;
        for (InvoiceChanged invoice : invoices) {
            LocalDate paidOn = invoice.paidOn();
            if (paidOn == null) {
                overdue = Math.max(overdue, ChronoUnit.DAYS.between(invoice.dueOn(), today));
            } else if (!paidOn.isAfter(today) && paidOn.isAfter(today.minusDays(WINDOW_DAYS))) {
                settled++;
                late += paidOn.isAfter(invoice.dueOn().plusDays(LATE_DAYS)) ? 1 : 0;
            }
        }
        return new PaymentHistory((int) overdue, settled, late);
    }
}

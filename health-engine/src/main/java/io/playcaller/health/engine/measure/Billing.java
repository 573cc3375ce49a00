package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Invoice;
import io.playcaller.health.engine.fact.View;

/** Unpaid invoices. */
public final class Billing {

    private Billing() {}

    static long overdue(View view) {
        return view.facts().totals().firstInvoiceDay() > view.day() ? Reading.MISSING : overdueDays(view) * 1000;
    }

    /** Days that the oldest unpaid invoice is overdue. */
    public static long overdueDays(View view) {
        long today = view.day(Feed.REGISTER);
        long days = 0;
        for (History<Invoice> history :
                view.facts().register().invoices().byId().values()) {
            Invoice invoice = history.at(view.seen()).value();
            boolean unpaid = invoice.issuedDay() <= view.day() && invoice.paidDay() > view.day();
            days = unpaid ? Math.max(days, today - invoice.dueDay()) : days;
        }
        return days;
    }

    static String sentence(long value) {
        if (value == Reading.MISSING) {
            return "No invoice yet";
        }
        return value == 0 ? "No invoice is overdue" : "An invoice is " + Words.count(value / 1000, "day") + " overdue";
    }
}

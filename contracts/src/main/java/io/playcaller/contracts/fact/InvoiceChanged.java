package io.playcaller.contracts.fact;

import io.playcaller.contracts.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of an invoice.
 *
 * @param paidOn null while it is not paid
 * @param withdrawn true when it never was, whatever else is said of it; else null
 */
public record InvoiceChanged(
        String accountId,
        String invoiceId,
        @Nullable String contractId,
        Money amount,
        LocalDate issuedOn,
        LocalDate dueOn,
        @Nullable LocalDate paidOn,
        long version,
        @Nullable Boolean withdrawn) {

    /** Whether there is such an invoice. */
    public boolean stands() {
        return withdrawn == null || !withdrawn;
    }

    /** The same as another version. */
    public InvoiceChanged withVersion(long newVersion) {
        return new InvoiceChanged(
                accountId, invoiceId, contractId, amount, issuedOn, dueOn, paidOn, newVersion, withdrawn);
    }
}

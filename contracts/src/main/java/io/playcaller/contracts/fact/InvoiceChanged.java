package io.playcaller.contracts.fact;

import io.playcaller.contracts.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of an invoice.
 *
 * @param paidOn null while it is not paid
 */
public record InvoiceChanged(
        String accountId,
        String invoiceId,
        @Nullable String contractId,
        Money amount,
        LocalDate issuedOn,
        LocalDate dueOn,
        @Nullable LocalDate paidOn,
        long version) {}

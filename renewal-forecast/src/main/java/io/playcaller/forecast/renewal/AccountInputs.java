package io.playcaller.forecast.renewal;

import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.contract.HealthView;
import io.playcaller.forecast.engine.contract.OpenSignal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of an account and moves the forecasts of its contracts; contracts and invoices that were withdrawn do
 * not.
 *
 * @param health null while it has no score
 * @param signals those that are open
 */
public record AccountInputs(
        String accountId,
        List<ContractRecord> contracts,
        List<InvoiceChanged> invoices,
        @Nullable HealthView health,
        List<OpenSignal> signals) {

    public AccountInputs {
        contracts = contracts.stream().filter(ContractRecord::stands).toList();
        invoices = invoices.stream().filter(InvoiceChanged::stands).toList();
    }
}

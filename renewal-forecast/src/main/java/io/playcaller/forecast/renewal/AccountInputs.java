package io.playcaller.forecast.renewal;

import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.contract.HealthView;
import io.playcaller.forecast.engine.contract.OpenSignal;
import io.playcaller.forecast.engine.contract.RenewalStage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of an account and moves the forecasts of its contracts; contracts and invoices that were withdrawn do
 * not.
 *
 * @param contracts its own, and those of the accounts that are merged with it
 * @param health null while it has no score
 * @param signals those that are open
 * @param stages what was last said of the stages of its contracts, by contract
 */
public record AccountInputs(
        String accountId,
        List<ContractRecord> contracts,
        List<InvoiceChanged> invoices,
        @Nullable HealthView health,
        List<OpenSignal> signals,
        Map<String, StageSaid> stages) {

    public AccountInputs {
        contracts = contracts.stream().filter(ContractRecord::stands).toList();
        invoices = invoices.stream().filter(InvoiceChanged::stands).toList();
        stages = Map.copyOf(stages);
    }

    /** Those of an account of whose stages nobody has said anything. */
    public AccountInputs(
            String accountId,
            List<ContractRecord> contracts,
            List<InvoiceChanged> invoices,
            @Nullable HealthView health,
            List<OpenSignal> signals) {
        this(accountId, contracts, invoices, health, signals, Map.of());
    }

    /** The contracts that stand under the account itself. */
    public List<ContractRecord> own() {
        return contracts.stream()
                .filter(contract -> contract.accountId().equals(accountId))
                .toList();
    }

    /** Whether any of these contracts may have ended or shrunk. */
    public boolean mayHaveLost() {
        return contracts.stream()
                .anyMatch(contract -> contract.closedOn() != null
                        || contract.replaces() != null
                        || contract.lines().stream()
                                .anyMatch(line -> line.endsOn().isBefore(contract.endsOn()))
                        || contract.movements().stream()
                                .anyMatch(movement -> movement.delta().minor() < 0));
    }

    /** How far the work on the renewal of {@code contract} that is ahead on {@code today} is. */
    public RenewalStage stage(ContractRecord contract, LocalDate today) {
        StageSaid said = stages.get(contract.contractId());
        return said == null
                ? RenewalStage.NOT_STARTED
                : said.of(contract.termOn(today).endsOn());
    }
}

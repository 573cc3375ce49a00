package io.playcaller.forecast.ledger;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.currency.Rates;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.ContractLedger;
import java.util.List;
import java.util.Map;

/** All that figures of the past are computed from. Contracts that were withdrawn never were. */
public record LedgerInputs(
        List<ContractRecord> contracts, AccountTree tree, AccountAttributes attributes, Rates rates) {

    public LedgerInputs {
        contracts = contracts.stream().filter(ContractRecord::stands).toList();
    }

    /** Those of entries, which are neither sliced nor converted. */
    public static LedgerInputs of(List<ContractRecord> contracts, AccountTree tree, Rates rates) {
        AccountAttributes none = new AccountAttributes(Map.of(), List.of(), List.of());
        return new LedgerInputs(contracts, tree, none, rates);
    }

    /** The ledger of these contracts. */
    public ContractLedger ledger() {
        return ContractLedger.of(contracts, tree);
    }
}

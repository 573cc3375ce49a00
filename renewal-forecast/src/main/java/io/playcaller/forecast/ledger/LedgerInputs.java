package io.playcaller.forecast.ledger;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.currency.Rates;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.ContractLedger;
import java.util.List;

/** All that figures of the past are computed from. Contracts that were withdrawn never were. */
public record LedgerInputs(
        List<ContractRecord> contracts, AccountTree tree, AccountAttributes attributes, Rates rates) {

    public LedgerInputs {
        contracts = contracts.stream().filter(ContractRecord::stands).toList();
    }

    /** The ledger of these contracts. */
    public ContractLedger ledger() {
        return ContractLedger.of(contracts, tree);
    }
}

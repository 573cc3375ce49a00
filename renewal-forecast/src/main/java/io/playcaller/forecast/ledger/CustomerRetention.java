package io.playcaller.forecast.ledger;

import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.ContractLedger;
import io.playcaller.forecast.engine.ledger.RetentionBridge;
import io.playcaller.forecast.engine.ledger.RetentionStatement;
import io.playcaller.forecast.engine.ledger.Unit;
import io.playcaller.forecast.ledger.Retention.Bridge;
import java.util.Map;
import java.util.Optional;

/**
 * What a period kept, and what each customer did in it.
 *
 * @param said what is shown of it: as it was closed, else {@code known}
 * @param known by what is known now
 * @param customers by currency, then by account, or topmost parent where that is the grain; they sum to {@code known}
 * @param tree which accounts are one customer
 */
public record CustomerRetention(
        Retention said, Retention known, Map<String, Map<String, RetentionBridge>> customers, AccountTree tree) {

    /** By what {@code inputs} know. */
    public static CustomerRetention of(RetentionQuestion question, LedgerInputs inputs) {
        ContractLedger ledger = inputs.ledger();
        RetentionStatement statement =
                ledger.retention(question.period(), question.definition(), inputs.rates(), Unit::owner);
        Retention known = RetentionAnswer.of(question, statement, ledger, inputs);
        return new CustomerRetention(known, known, statement.slices(), inputs.tree());
    }

    /** The same, of a period that was closed so. */
    public CustomerRetention closed(Retention as) {
        return new CustomerRetention(as, known, customers, tree);
    }

    /** The bridge of a currency by what is known now; empty where that knows none. */
    public Optional<Bridge> known(String currency) {
        return known.bridges().stream()
                .filter(bridge -> bridge.currency().equals(currency))
                .findFirst();
    }

    /** Whether what is said of a currency is also what is known now, under the definition in force. */
    public boolean stillHolds(Bridge bridge) {
        return said.upliftCounts() == known.upliftCounts()
                && known(bridge.currency()).filter(bridge::saysTheSame).isPresent();
    }
}

package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.register.ContractRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Contracts, and which accounts are one customer: what is merged into another account is that one, on all days, until the merge is undone.
 * A contract goes on in those of its customer, under whichever account they stand.
 *
 * @param contracts each once, as it was last told
 */
public record CustomerContracts(List<ContractRecord> contracts, AccountTree accounts) {

    /** Those of one customer: of an account and of all that are merged with it. */
    public static CustomerContracts ofOne(Collection<ContractRecord> contracts) {
        return new CustomerContracts(
                List.copyOf(contracts),
                AccountTree.ofOne(
                        contracts.stream().map(ContractRecord::accountId).toList()));
    }

    /** Those of each customer, by the account that it is now. */
    public Map<String, List<ContractRecord>> byCustomer() {
        Map<String, List<ContractRecord>> byCustomer = new TreeMap<>();
        contracts.forEach(contract -> byCustomer
                .computeIfAbsent(accounts.account(contract.accountId()), customer -> new ArrayList<>())
                .add(contract));
        return byCustomer;
    }

    /** Of each of these accounts its own contracts and those of the accounts that are one with it; an account without any is absent. */
    public Map<String, List<ContractRecord>> of(Collection<String> accountIds) {
        Map<String, List<ContractRecord>> byCustomer = byCustomer();
        Map<String, List<ContractRecord>> byAccount = new TreeMap<>();
        accountIds.forEach(account -> {
            List<ContractRecord> together = byCustomer.get(accounts.account(account));
            if (together != null) {
                byAccount.put(account, together);
            }
        });
        return byAccount;
    }

    /** Their postings, in order of their ids. */
    public List<ContractPostings> postings() {
        return Succession.of(contracts, accounts).postings();
    }

    /** Their ledger. */
    public ContractLedger ledger() {
        return ContractLedger.of(contracts, accounts);
    }
}

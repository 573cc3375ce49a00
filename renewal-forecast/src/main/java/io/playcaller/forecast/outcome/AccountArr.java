package io.playcaller.forecast.outcome;

import io.playcaller.forecast.engine.ledger.ContractPostings;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What accounts paid a year on a day, by the ledger: with the contracts of those that were merged into them. */
public final class AccountArr {

    private final Map<String, List<ContractPostings>> byAccount = new HashMap<>();

    public AccountArr(CustomerContracts known) {
        for (ContractPostings contract : known.postings()) {
            String own = contract.contract().accountId();
            Stream.of(own, known.accounts().account(own))
                    .distinct()
                    .forEach(account -> byAccount
                            .computeIfAbsent(account, none -> new ArrayList<>())
                            .add(contract));
        }
    }

    /** Minor units by currency at the end of {@code until} less those at the end of {@code from}; a currency that it never had is not there. */
    public Map<String, Long> change(String accountId, LocalDate from, LocalDate until) {
        Map<String, Long> change = new TreeMap<>();
        for (ContractPostings contract : byAccount.getOrDefault(accountId, List.of())) {
            contract.postings().stream()
                    .filter(posting -> !posting.on().isAfter(until))
                    .forEach(posting -> change.merge(
                            posting.currency(), posting.on().isAfter(from) ? posting.minor() : 0, Math::addExact));
        }
        return change;
    }
}

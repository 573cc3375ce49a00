package io.playcaller.forecast.outcome;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What accounts paid a year on a day, by the ledger. */
public final class AccountArr {

    private final Map<String, List<ContractPostings>> byAccount = new HashMap<>();

    public AccountArr(Collection<ContractRecord> contracts) {
        ContractPostings.of(contracts)
                .forEach(contract -> byAccount
                        .computeIfAbsent(contract.contract().accountId(), account -> new ArrayList<>())
                        .add(contract));
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

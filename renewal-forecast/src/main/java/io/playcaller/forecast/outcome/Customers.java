package io.playcaller.forecast.outcome;

import io.playcaller.forecast.engine.ledger.CustomerContracts;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who is a customer on a day. */
public final class Customers {

    private Customers() {}

    /** The accounts with a contract in force on {@code day}, each by the account that it is now. */
    public static NavigableSet<String> on(CustomerContracts known, LocalDate day) {
        return known.contracts().stream()
                .filter(contract -> contract.inForceOn(day))
                .map(contract -> known.accounts().account(contract.accountId()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package io.playcaller.health.account;

import io.playcaller.contracts.Money;
import java.util.List;
import java.util.Map;

/**
 * What a portfolio comes to. An account that is merged into another is in no sum but its own, so that what is on record under
 * both is not counted twice.
 *
 * @param all accounts that are themselves
 * @param byGrade of these, those with a score, by grade; a grade that nobody has is left out
 * @param merged accounts that are merged into another now, with the contracts that are still on record under them
 */
public record AccountTotals(Sum all, Map<String, Sum> byGrade, Sum merged) {

    /** @param arr one amount for each currency, by its code; nothing is converted */
    public record Sum(long accounts, List<Money> arr) {}
}

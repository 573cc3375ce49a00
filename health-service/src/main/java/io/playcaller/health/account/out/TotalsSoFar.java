package io.playcaller.health.account.out;

import io.playcaller.contracts.Money;
import io.playcaller.health.account.AccountTotals;
import io.playcaller.health.account.AccountTotals.Sum;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;
import java.util.TreeMap;

/** Sums the groups of one query: grade, currency, whether merged. */
final class TotalsSoFar {

    private final Amounts all = new Amounts();
    private final Map<String, Amounts> byGrade = new TreeMap<>();
    private final Amounts merged = new Amounts();

    void add(Row group) {
        if (group.getBoolean("merged")) {
            merged.add(group);
            return;
        }
        all.add(group);
        String grade = group.getString("grade");
        if (grade != null) {
            byGrade.computeIfAbsent(grade, none -> new Amounts()).add(group);
        }
    }

    AccountTotals whole() {
        Map<String, Sum> grades = new TreeMap<>();
        byGrade.forEach((grade, amounts) -> grades.put(grade, amounts.sum()));
        return new AccountTotals(all.sum(), grades, merged.sum());
    }

    private static final class Amounts {

        private long accounts;
        private final Map<String, Long> arr = new TreeMap<>();

        void add(Row group) {
            accounts += group.getLong("accounts");
            String currency = group.getString("arr_currency");
            if (currency != null) {
                arr.merge(currency, group.getLong("arr_minor"), Math::addExact);
            }
        }

        Sum sum() {
            return new Sum(
                    accounts,
                    arr.entrySet().stream()
                            .map(amount -> new Money(amount.getValue(), amount.getKey()))
                            .toList());
        }
    }
}

package io.playcaller.forecast.renewal.in;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.renewal.QualityItem;
import java.util.List;

/** What would make a figure wrong as CSV. Amounts are minor units. */
final class QualityCsv {

    private static final List<String> HEADER =
            List.of("contractId", "accountId", "code", "treatment", "atStakeMinor", "currency", "since", "detail");

    private QualityCsv() {}

    static String of(List<QualityItem> items) {
        return CsvTable.of(HEADER, items.stream().map(QualityCsv::row).toList());
    }

    private static List<String> row(QualityItem item) {
        Money atStake = item.atStake();
        return CsvTable.row(
                item.contractId(),
                item.accountId(),
                item.code(),
                item.treatment(),
                atStake == null ? null : (Long) atStake.minor(),
                atStake == null ? null : atStake.currency(),
                item.since(),
                item.detail());
    }
}

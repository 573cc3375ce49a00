package io.playcaller.forecast.ledger.in;

import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.ledger.Retention;
import io.playcaller.forecast.ledger.Retention.Bridge;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Bridges as CSV, each line with its definition. Amounts are minor units; the slice {@code *} is the whole. */
final class RetentionCsv {

    private static final List<String> DEFINITION =
            List.of("from", "until", "grain", "currencyRule", "reactivationGapDays", "upliftCounts", "by", "slice");

    static final List<String> HEADER = Stream.of(DEFINITION, BridgeColumns.OF_PERIOD.header(), List.of("closedAt"))
            .flatMap(List::stream)
            .toList();

    private RetentionCsv() {}

    static String of(Retention retention) {
        return CsvTable.of(HEADER, rows(retention));
    }

    static List<List<String>> rows(Retention retention) {
        List<List<String>> rows = new ArrayList<>();
        retention.bridges().forEach(bridge -> rows.add(row(retention, "*", bridge)));
        retention.slices().forEach(slice -> rows.add(row(retention, slice.key(), slice.bridge())));
        return rows;
    }

    private static List<String> row(Retention retention, String slice, Bridge bridge) {
        List<String> cells = new ArrayList<>(CsvTable.row(
                retention.from(),
                retention.until(),
                retention.grain(),
                retention.currencyRule(),
                retention.reactivationGapDays(),
                retention.upliftCounts(),
                retention.by(),
                CsvTable.text(slice)));
        cells.addAll(BridgeColumns.OF_PERIOD.cells(bridge));
        cells.add(CsvTable.cell(retention.closedAt()));
        return cells;
    }
}

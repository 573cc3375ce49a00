package io.playcaller.forecast.ledger.in;

import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.ledger.Cohorts;
import io.playcaller.forecast.ledger.Cohorts.Age;
import io.playcaller.forecast.ledger.Cohorts.Row;
import java.util.ArrayList;
import java.util.List;

/** Cohorts as CSV. Amounts are minor units; the slice {@code *} is the whole; what is not known is an empty cell. */
final class CohortCsv {

    private static final List<String> COHORT =
            List.of("every", "asOf", "cohort", "from", "until", "by", "slice", "joined", "arr");

    private static final List<String> AGE = List.of("age", "on", "blank");

    private CohortCsv() {}

    static String of(Cohorts cohorts) {
        List<List<String>> rows = new ArrayList<>();
        cohorts.items().forEach(row -> row.ages().forEach(age -> rows.add(cells(cohorts, row, age))));
        List<String> header = new ArrayList<>(COHORT);
        header.addAll(AGE);
        header.addAll(BridgeColumns.OF_COHORT.header());
        return CsvTable.of(header, rows);
    }

    private static List<String> cells(Cohorts cohorts, Row row, Age age) {
        List<String> cells = new ArrayList<>(CsvTable.row(
                cohorts.definitions().every(),
                cohorts.definitions().asOf(),
                row.cohort(),
                row.from(),
                row.until(),
                cohorts.definitions().by(),
                row.slice() == null ? "*" : row.slice(),
                row.joined(),
                row.arr()));
        cells.addAll(CsvTable.row(age.age(), age.on(), age.blank()));
        cells.addAll(BridgeColumns.OF_COHORT.cells(age.bridge()));
        return cells;
    }
}

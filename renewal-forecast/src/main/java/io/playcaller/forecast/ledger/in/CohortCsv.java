package io.playcaller.forecast.ledger.in;

import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.ledger.Cohorts;
import io.playcaller.forecast.ledger.Cohorts.Age;
import io.playcaller.forecast.ledger.Cohorts.Row;
import io.playcaller.forecast.ledger.Retention.Bridge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Cohorts as CSV. Amounts are minor units; the slice {@code *} is the whole; what is not known is an empty cell. */
final class CohortCsv {

    private static final List<String> COHORT =
            List.of("every", "asOf", "cohort", "from", "until", "by", "slice", "joined", "arr");

    private static final List<String> AGE = List.of("age", "on", "blank");

    private static final List<String> BRIDGE = List.of(
            "currency",
            "start",
            "churn",
            "contraction",
            "expansion",
            "uplift",
            "newBusiness",
            "reactivated",
            "fx",
            "end",
            "logosAtStart",
            "logosLost",
            "grr",
            "nrr",
            "logoRetention");

    private CohortCsv() {}

    static String of(Cohorts cohorts) {
        List<List<String>> rows = new ArrayList<>();
        cohorts.items().forEach(row -> row.ages().forEach(age -> rows.add(cells(cohorts, row, age))));
        List<String> header = new ArrayList<>(COHORT);
        header.addAll(AGE);
        header.addAll(BRIDGE);
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
        cells.addAll(age.bridge() == null ? Collections.nCopies(BRIDGE.size(), "") : cells(age.bridge()));
        return cells;
    }

    private static List<String> cells(Bridge bridge) {
        return CsvTable.row(
                bridge.currency(),
                bridge.start(),
                bridge.churn(),
                bridge.contraction(),
                bridge.expansion(),
                bridge.uplift(),
                bridge.newBusiness(),
                bridge.reactivated(),
                bridge.fx(),
                bridge.end(),
                bridge.logosAtStart(),
                bridge.logosLost(),
                bridge.grr(),
                bridge.nrr(),
                bridge.logoRetention());
    }
}

package io.playcaller.forecast.ledger.in;

import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.ledger.Restatement;
import io.playcaller.forecast.ledger.Retention;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Restatements as CSV: of each the rows of {@link RetentionCsv} as they were said before, and as they would be. */
final class RestatementCsv {

    private static final List<String> HEADER = Stream.concat(
                    Stream.of("foundOn", "foundAt", "definition", "says"), RetentionCsv.HEADER.stream())
            .toList();

    private RestatementCsv() {}

    static String of(List<Restatement> restatements) {
        List<List<String>> rows = new ArrayList<>();
        restatements.forEach(restatement -> {
            rows.addAll(rows(restatement, "before", restatement.before()));
            rows.addAll(rows(restatement, "after", restatement.after()));
        });
        return CsvTable.of(HEADER, rows);
    }

    private static List<List<String>> rows(Restatement restatement, String says, Retention figures) {
        List<String> which = List.of(
                restatement.foundOn().toString(), restatement.foundAt().toString(), restatement.definition(), says);
        return RetentionCsv.rows(figures).stream()
                .map(row -> Stream.concat(which.stream(), row.stream()).toList())
                .toList();
    }
}

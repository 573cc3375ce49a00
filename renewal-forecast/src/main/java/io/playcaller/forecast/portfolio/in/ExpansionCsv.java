package io.playcaller.forecast.portfolio.in;

import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.portfolio.ExpansionCoverage;
import io.playcaller.forecast.portfolio.ExpansionCoverage.Aim;
import io.playcaller.forecast.portfolio.ExpansionCoverage.Row;
import java.util.List;

/** Coverage as CSV, a row per quarter, group and currency; what is not known is an empty cell. */
final class ExpansionCsv {

    private static final List<String> HEADER = List.of(
            "quarter",
            "by",
            "group",
            "currency",
            "modelVersion",
            "baseMinor",
            "keptMinor",
            "targetNrr",
            "neededMinor",
            "wonMinor",
            "expectedMinor",
            "opportunities",
            "pipelineMinor",
            "elsewhere",
            "elsewhereMinor",
            "customersSignalled",
            "customersWorked",
            "byPipeline",
            "byForecast",
            "blank");

    private ExpansionCsv() {}

    static String of(ExpansionCoverage coverage) {
        return CsvTable.of(
                HEADER,
                coverage.items().stream().map(row -> cells(coverage, row)).toList());
    }

    private static List<String> cells(ExpansionCoverage coverage, Row row) {
        Aim target = row.target();
        return CsvTable.row(
                row.quarter(),
                coverage.definitions().by(),
                row.group(),
                row.currency(),
                coverage.definitions().modelVersion(),
                row.base().minor(),
                row.kept().minor(),
                target == null ? null : target.nrr(),
                target == null ? null : (Long) target.needed().minor(),
                row.won().minor(),
                row.expected().minor(),
                row.pipeline().opportunities(),
                row.pipeline().arr().minor(),
                row.elsewhere().opportunities(),
                row.elsewhere().arr().minor(),
                row.work().signals(),
                row.work().plays(),
                target == null ? null : target.byPipeline(),
                target == null ? null : target.byForecast(),
                row.blank());
    }
}

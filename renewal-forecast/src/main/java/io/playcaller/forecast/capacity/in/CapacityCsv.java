package io.playcaller.forecast.capacity.in;

import io.playcaller.forecast.capacity.CapacityReport;
import io.playcaller.forecast.csv.CsvTable;
import java.math.BigDecimal;
import java.util.List;

/** The plan as CSV, a row per role and quarter. Shares are fractions of one. */
final class CapacityCsv {

    private static final List<String> PLAN = List.of(
            "rules",
            "role",
            "quarter",
            "sharing",
            "promisedPercent",
            "withinMinutes",
            "tasks",
            "people",
            "peopleNow",
            "more",
            "because",
            "attainment",
            "utilisation");

    private CapacityCsv() {}

    static String of(CapacityReport report) {
        return CsvTable.of(
                PLAN, report.plan().stream().map(plan -> row(report, plan)).toList());
    }

    private static List<String> row(CapacityReport report, CapacityReport.Plan plan) {
        CapacityReport.Staffed with = plan.staffing().stream()
                .filter(staffed -> staffed.people() == plan.people())
                .findFirst()
                .orElse(null);
        return CsvTable.row(
                report.rules(),
                plan.role(),
                plan.quarter(),
                plan.sharing(),
                plan.promisedPercent(),
                plan.withinMinutes(),
                plan.streams().stream().map(CapacityReport.Stream::tasks).reduce(BigDecimal.ZERO, BigDecimal::add),
                plan.people(),
                plan.peopleNow(),
                plan.more(),
                plan.because(),
                with == null ? null : with.attainment(),
                with == null ? null : with.utilisation());
    }
}

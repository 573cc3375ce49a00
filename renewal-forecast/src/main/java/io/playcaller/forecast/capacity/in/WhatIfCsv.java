package io.playcaller.forecast.capacity.in;

import io.playcaller.forecast.capacity.CapacityReport.Plan;
import io.playcaller.forecast.capacity.WhatIfReport;
import io.playcaller.forecast.csv.CsvTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** A what-if plan as CSV, a row per role and quarter, beside the plan in force. */
final class WhatIfCsv {

    private static final List<String> HEADER = List.of(
            "rules", "role", "quarter", "tasks", "minutes", "people", "peopleInForce", "peopleNow", "more", "because");

    private WhatIfCsv() {}

    static String of(WhatIfReport report) {
        List<List<String>> rows = IntStream.range(0, report.plan().size())
                .mapToObj(i -> row(
                        report.rules(), report.plan().get(i), report.inForce().get(i)))
                .toList();
        return CsvTable.of(HEADER, rows);
    }

    private static List<String> row(String rules, Plan plan, Plan inForce) {
        BigDecimal tasks = BigDecimal.ZERO;
        BigDecimal minutes = BigDecimal.ZERO;
        for (var stream : plan.streams()) {
            tasks = tasks.add(stream.tasks());
            minutes = minutes.add(stream.tasks().multiply(stream.minutesEach()));
        }
        return CsvTable.row(
                rules,
                plan.role(),
                plan.quarter(),
                tasks,
                minutes,
                plan.people(),
                inForce.people(),
                plan.peopleNow(),
                plan.more(),
                plan.because());
    }
}

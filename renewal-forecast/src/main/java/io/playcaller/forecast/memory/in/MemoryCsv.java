package io.playcaller.forecast.memory.in;

import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.memory.Accuracy;
import io.playcaller.forecast.memory.Bridge;
import java.util.ArrayList;
import java.util.List;

/** Bridges and accuracy as CSV. Amounts are minor units, shares fractions of one. */
final class MemoryCsv {

    private static final List<String> BRIDGE =
            List.of("quarter", "from", "until", "currency", "group", "step", "driver", "reason", "minor", "contracts");

    private static final List<String> ACCURACY = List.of(
            "from",
            "until",
            "horizon",
            "source",
            "author",
            "currency",
            "n",
            "dueMinor",
            "forecastMinor",
            "actualMinor",
            "restatedMinor",
            "bias",
            "accuracy",
            "brier",
            "within",
            "below",
            "above",
            "coverage");

    /** What stands as source of a row that says how often the model's intervals held. */
    private static final String INTERVAL = "interval";

    private MemoryCsv() {}

    /** Of each group the figure before, its steps, and the figure after. */
    static String of(Bridge bridge) {
        List<List<String>> rows = new ArrayList<>();
        for (Bridge.Item item : bridge.items()) {
            rows.add(row(bridge, item, "before", "", "", item.before(), item.contracts()));
            for (Bridge.Step step : item.steps()) {
                String driver = step.driver() == null ? "" : step.driver();
                String reason = step.reason() == null ? "" : step.reason().code();
                rows.add(row(bridge, item, step.cause(), driver, reason, step.minor(), step.contracts()));
            }
            rows.add(row(bridge, item, "after", "", "", item.after(), item.contracts()));
        }
        return CsvTable.of(BRIDGE, rows);
    }

    private static List<String> row(
            Bridge bridge, Bridge.Item item, String step, String driver, String reason, long minor, int contracts) {
        return List.of(
                bridge.quarter(),
                bridge.from().toString(),
                bridge.until().toString(),
                item.currency(),
                item.group(),
                step,
                driver,
                reason,
                Long.toString(minor),
                Integer.toString(contracts));
    }

    /** A row per source, then one per horizon that says how often the intervals held; what is not of a row is empty. */
    static String of(Accuracy accuracy) {
        List<List<String>> rows = new ArrayList<>();
        accuracy.items().forEach(item -> rows.add(row(accuracy, item)));
        accuracy.intervals().forEach(held -> rows.add(row(accuracy, held)));
        return CsvTable.of(ACCURACY, rows);
    }

    private static List<String> row(Accuracy accuracy, Accuracy.Item item) {
        return CsvTable.row(
                accuracy.from(),
                accuracy.until(),
                item.horizon(),
                item.source(),
                item.author(),
                item.currency(),
                item.n(),
                item.due(),
                item.forecast(),
                item.actual(),
                item.restated(),
                item.bias(),
                item.accuracy(),
                item.brier(),
                null,
                null,
                null,
                null);
    }

    private static List<String> row(Accuracy accuracy, Accuracy.Held held) {
        return CsvTable.row(
                accuracy.from(),
                accuracy.until(),
                held.horizon(),
                INTERVAL,
                null,
                null,
                held.groups(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                held.within(),
                held.below(),
                held.above(),
                held.share());
    }
}

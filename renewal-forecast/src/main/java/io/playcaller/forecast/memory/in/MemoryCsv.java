package io.playcaller.forecast.memory.in;

import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.memory.Accuracy;
import io.playcaller.forecast.memory.Bridge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
            "brier");

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

    static String of(Accuracy accuracy) {
        return CsvTable.of(
                ACCURACY,
                accuracy.items().stream()
                        .map(item -> List.of(
                                accuracy.from().toString(),
                                accuracy.until().toString(),
                                Integer.toString(item.horizon()),
                                item.source(),
                                item.author() == null ? "" : item.author(),
                                item.currency(),
                                Integer.toString(item.n()),
                                Long.toString(item.due()),
                                Long.toString(item.forecast()),
                                Long.toString(item.actual()),
                                Long.toString(item.restated()),
                                share(item.bias()),
                                share(item.accuracy()),
                                share(item.brier())))
                        .toList());
    }

    private static String share(@Nullable BigDecimal share) {
        return share == null ? "" : share.toPlainString();
    }
}

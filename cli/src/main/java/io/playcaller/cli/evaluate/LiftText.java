package io.playcaller.cli.evaluate;

import io.playcaller.cli.Columns;
import io.playcaller.forecast.engine.lift.GeneratedTrial;
import io.playcaller.forecast.engine.lift.LiftProof.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code evaluate lift} found, as lines. */
final class LiftText {

    private LiftText() {}

    static List<String> lines(LiftEvaluateCommand.Figures figures) {
        GeneratedTrial trial = figures.trial();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d trials of %,d days, %s accounts a day, %s held out; 95%% intervals, looked at every day",
                figures.repetitions(),
                trial.days(),
                trial.accountsADay(),
                shares(trial)));
        lines.add(String.format(
                Locale.ROOT,
                "Runs last %.0f days on average, of those held out %.0f; each is looked back at from its start",
                trial.runs().treatedDays(),
                trial.runs().holdoutDays()));
        lines.add("");
        lines.add(String.format(Locale.ROOT, "The play renews %+.1f points more:", 100 * trial.lift()));
        lines.addAll(table(figures.withLift(), "found"));
        lines.add("");
        lines.add("The play does nothing:");
        lines.addAll(table(figures.withNone(), "false alarm"));
        lines.add("");
        lines.add("It does nothing, and looks back would count from the end of its runs:");
        lines.addAll(table(figures.withNoneFromEnd(), "false alarm"));
        if (!figures.withNoneAcross().isEmpty()) {
            lines.add("");
            lines.add("It does nothing, and accounts of all shares would be compared as one:");
            lines.addAll(table(figures.withNoneAcross(), "false alarm"));
        }
        return lines;
    }

    private static String shares(GeneratedTrial trial) {
        return trial.holdouts().stream()
                .map(share -> String.format(Locale.ROOT, "%.0f%%", 100 * share))
                .collect(Collectors.joining(" or "));
    }

    private static List<String> table(List<Result> results, String decided) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "metric",
                "truth",
                "covered always",
                "covered at the end",
                decided,
                decided + ", one-look 95%",
                "mean width",
                "accounts"));
        for (Result result : results) {
            rows.add(List.of(
                    result.metric().key(),
                    amount(result.truth()),
                    percent(result.coveredAlways()),
                    percent(result.coveredAtEnd()),
                    percent(result.decided()),
                    percent(result.decidedByOneLook()),
                    amount(result.meanWidth()),
                    String.format(Locale.ROOT, "%,.0f", result.accounts())));
        }
        return Columns.aligned(rows);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private static String amount(double value) {
        return Math.abs(value) >= 1_000
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}

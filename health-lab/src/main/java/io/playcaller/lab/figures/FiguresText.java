package io.playcaller.lab.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Figures as tables, for people. */
public final class FiguresText {

    private FiguresText() {}

    public static List<String> lines(Figures figures) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "model %s", figures.model()));
        lines.add(String.format(
                Locale.ROOT,
                "%,d events; %,d units of %,d accounts on %d dates; %,d ended badly (%.1f %%); %,d without a score, which count as"
                        + " worst",
                figures.events(),
                figures.units(),
                figures.accounts(),
                figures.dates().size(),
                figures.bad(),
                100.0 * figures.bad() / figures.units(),
                figures.unscored()));
        if (figures.teachers() > 0) {
            lines.add(String.format(
                    Locale.ROOT, "%,d units before them taught what had to be taught", figures.teachers()));
        }
        Checked checked = figures.checked();
        if (checked != null) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%,d scores computed twice, in a life and at once: all the same; open signals differ in %,d",
                    checked.looks(),
                    checked.otherSignals()));
        }
        rankings(figures, lines);
        dates(figures, lines);
        measures(figures, lines);
        reasons(figures, lines);
        return lines;
    }

    private static void rankings(Figures figures, List<String> lines) {
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%-26s %6s  %-14s %10s %8s %9s %7s",
                "",
                "AUC",
                "95 %",
                "top tenth",
                "Brier",
                "log loss",
                "ECE"));
        for (Ranking ranking : figures.rankings()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-26s %6s  [%s, %s] %9.2fx %8.4f %9.4f %7.4f",
                    ranking.by(),
                    share(ranking.auc()),
                    share(ranking.within().low()),
                    share(ranking.within().high()),
                    ranking.topTenth(),
                    ranking.brier(),
                    ranking.logLoss(),
                    ranking.calibrationError()));
        }
        lines.add(String.format(
                Locale.ROOT,
                "%-26s %42.4f %9.4f %7.4f",
                "1 - score/100 as it stands",
                figures.raw().brier(),
                figures.raw().logLoss(),
                figures.raw().calibrationError()));
    }

    private static void dates(Figures figures, List<String> lines) {
        if (figures.dates().size() < 2 || figures.dates().size() > 12) {
            return;
        }
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%-26s ", "AUC by date")
                + figures.dates().stream()
                        .map(date -> String.format(Locale.ROOT, "%12s", date))
                        .collect(Collectors.joining()));
        for (Ranking ranking : figures.rankings()) {
            lines.add(String.format(Locale.ROOT, "%-26s ", ranking.by())
                    + ranking.aucByDate().values().stream()
                            .map(auc -> String.format(Locale.ROOT, "%12s", share(auc)))
                            .collect(Collectors.joining()));
        }
    }

    private static void measures(Figures figures, List<String> lines) {
        lines.add("");
        lines.add(
                String.format(Locale.ROOT, "%-26s %8s %8s %8s %12s", "measure", "units", "bad", "AUC", "AUC of value"));
        for (MeasureFigures measure : figures.measures()) {
            if (measure.units() > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%-26s %8d %8d %8s %12s",
                        measure.measure(),
                        measure.units(),
                        measure.bad(),
                        share(measure.auc()),
                        share(measure.aucOfValue())));
            }
        }
    }

    private static void reasons(Figures figures, List<String> lines) {
        lines.add("");
        lines.add(String.format(
                Locale.ROOT, "%-26s %8s %8s %14s %14s", "reason", "costs", "AUC", "open signals", "of them bad"));
        for (ReasonFigures reason : figures.reasons()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-26s %8d %8s %14d %14s",
                    reason.reason(),
                    reason.costs(),
                    share(reason.auc()),
                    reason.open(),
                    reason.open() == 0
                            ? ""
                            : String.format(Locale.ROOT, "%.1f %%", 100.0 * reason.openBad() / reason.open())));
        }
    }

    /** {@code .743}; empty where there is none. */
    private static String share(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.startsWith("0.") ? text.substring(1) : text;
    }
}

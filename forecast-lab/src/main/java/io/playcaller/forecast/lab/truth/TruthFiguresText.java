package io.playcaller.forecast.lab.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures as a table, for people. */
public final class TruthFiguresText {

    private TruthFiguresText() {}

    public static List<String> lines(TruthFigures figures) {
        List<String> lines = new ArrayList<>();
        lines.add(text(
                "%,d renewals of %d generated companies were forecast; %s",
                figures.renewals(), figures.companies(), figures.world().sentence()));
        lines.add(text(
                "log loss %.4f; of the true probabilities %.4f: %.2f %% above it",
                figures.logLoss(), figures.logLossOfTruth(), 100 * figures.excess()));
        lines.add("");
        lines.add(text("%-18s %9s %16s %12s", "90 % intervals", "how many", "what came within", "mean width"));
        figures.intervals()
                .forEach(one -> lines.add(text(
                        "%-18s %,9d %14.1f %% %10.1f %%",
                        one.of(), one.intervals(), 100 * one.share(), 100 * one.width())));
        return lines;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

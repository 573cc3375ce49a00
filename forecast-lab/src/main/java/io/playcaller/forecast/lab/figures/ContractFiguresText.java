package io.playcaller.forecast.lab.figures;

import io.playcaller.forecast.lab.figures.ContractFigures.Fit;
import io.playcaller.forecast.lab.figures.ContractFigures.MoneyFigures;
import io.playcaller.forecast.lab.figures.ContractFigures.PeerFigures;
import io.playcaller.forecast.lab.learn.FormChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures as tables, for people. */
public final class ContractFiguresText {

    private static final double NANOS_OF_MILLI = 1e6;

    private ContractFiguresText() {}

    public static List<String> lines(ContractFigures figures) {
        List<String> lines = new ArrayList<>();
        RenewalFigures first = figures.models().get(0).figures();
        lines.add(text("%,d contracts of %,d accounts; %s", figures.contracts(), figures.accounts(), figures.rounds()));
        lines.add(text(
                "%,d judged; %,d of them lost (%.1f %%)",
                figures.judged(), first.lost(), 100.0 * first.lost() / first.n()));
        lines.add("");
        lines.add(text(
                "%-22s %7s  %-16s %10s %8s %9s %7s %7s",
                "", "AUC", "95 %", "top tenth", "Brier", "log loss", "ECE", "said"));
        figures.models().forEach(model -> lines.add(line(model.by(), model.figures())));
        lines.addAll(forms(figures.fits()));
        if (!figures.money().isEmpty()) {
            lines.add("");
            lines.add(text("%-10s %18s %18s %18s %18s", "", "due", "said to renew", "renewed", "kept without growth"));
            figures.money().forEach(money -> lines.add(line(money)));
        }
        PeerFigures peer = figures.peer();
        if (peer != null) {
            lines.add("");
            lines.add(line(peer));
        }
        return lines;
    }

    private static List<String> forms(List<Fit> fits) {
        List<FormChoice> forms = new ArrayList<>();
        for (Fit fit : fits) {
            FormChoice form = fit.form();
            if (form != null) {
                forms.add(form);
            }
        }
        if (forms.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        long kept = forms.stream().filter(FormChoice::kept).count();
        lines.add(text("bends and pairs beside straight lines: kept in %d of %d parts", kept, forms.size()));
        forms.stream().filter(FormChoice::kept).forEach(form -> lines.add("  " + String.join(", ", form.words())));
        return lines;
    }

    /** One row of a table of figures. */
    public static String line(String by, RenewalFigures figures) {
        return text(
                "%-22s %7.4f  [%.4f, %.4f] %9.2fx %8.4f %9.4f %7.4f %7.4f",
                by,
                figures.auc(),
                figures.within().low(),
                figures.within().high(),
                figures.topTenth(),
                figures.brier(),
                figures.logLoss(),
                figures.calibrationError(),
                figures.said());
    }

    private static String line(MoneyFigures money) {
        return text(
                "%-10s %,18.0f %,18.0f %,18.0f %,18.0f",
                money.currency(), money.due(), money.said(), money.renewed(), money.kept());
    }

    private static String line(PeerFigures peer) {
        String folds = peer.sameFolds() == null ? "" : peer.sameFolds() ? "the same folds; " : "OTHER FOLDS; ";
        return text(
                "scikit-learn %s: %scoefficients differ from its optimum by at most %.1e (its lbfgs by %.1e); learning took %.0f ms"
                        + " here, %.0f ms there",
                peer.version(),
                folds,
                peer.coefficientDifference(),
                peer.usualDifference(),
                peer.ourNanos() / NANOS_OF_MILLI,
                peer.theirNanos() / NANOS_OF_MILLI);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

package io.playcaller.lab.simulate;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.Shown;
import io.playcaller.contracts.health.Grade;
import io.playcaller.lab.simulate.Simulated.Pair;
import io.playcaller.lab.simulate.Simulated.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A simulation as tables, for people. */
public final class SimulationText {

    private static final int MOST_ACCOUNTS = 50;
    private static final int MOST_MOVES = 20;
    private static final int HASH = 12;
    private static final double FULL = 1_000.0;

    private SimulationText() {}

    public static List<String> lines(Simulated simulated) {
        List<String> lines = new ArrayList<>();
        lines.add("in force   " + version(simulated.inForce()));
        lines.add("candidate  " + version(simulated.candidate()));
        lines.add(String.format(
                Locale.ROOT,
                "%,d facts of %,d accounts; what counts is %s to %s",
                simulated.facts(),
                simulated.accounts(),
                simulated.from(),
                simulated.until()));
        if (simulated.failed() > 0 || simulated.unreadable() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%,d accounts could not be folded and are left out; %,d records could not be read",
                    simulated.failed(),
                    simulated.unreadable()));
        }
        grades(simulated, lines);
        products(simulated.products(), lines);
        signals(simulated, lines);
        foretold(simulated.foretold(), lines);
        return lines;
    }

    private static String version(Version version) {
        String hash = version.hash();
        return Shown.printable(version.name()) + " " + hash.substring(0, Math.min(HASH, hash.length()));
    }

    private static void grades(Simulated simulated, List<String> lines) {
        lines.add("");
        if (simulated.regraded().isEmpty()) {
            lines.add("nobody changes grade");
            return;
        }
        lines.add(String.format(
                Locale.ROOT, "%,d accounts change grade", simulated.regraded().size()));
        simulated
                .grades()
                .forEach((change, count) -> lines.add(String.format(Locale.ROOT, "  %-5s %,8d", change, count)));
        lines.add(String.format(Locale.ROOT, "  %-30s %-5s %15s %18s", "account", "", "score", "ARR"));
        simulated.regraded().stream().limit(MOST_ACCOUNTS).forEach(account -> lines.add(line(account)));
        if (simulated.regraded().size() > MOST_ACCOUNTS) {
            lines.add(String.format(
                    Locale.ROOT, "  and %,d more", simulated.regraded().size() - MOST_ACCOUNTS));
        }
    }

    private static String line(Regraded account) {
        String name = account.name() == null ? account.accountId() : account.name();
        return String.format(
                Locale.ROOT,
                "  %-30s %-5s %7s %7s %18s",
                Shown.printable(name),
                letter(account.from()) + "→" + letter(account.to()),
                score(account.scoreFrom()),
                score(account.scoreTo()),
                money(account.arr()));
    }

    /** Nothing is said where no product moves: most models judge none, or alike. */
    private static void products(List<ProductMove> moves, List<String> lines) {
        if (moves.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%-32s %-5s %8s", "products that change grade", "", "accounts"));
        moves.stream()
                .limit(MOST_MOVES)
                .forEach(move -> lines.add(String.format(
                        Locale.ROOT,
                        "  %-30s %-5s %,8d",
                        Shown.printable(move.productId()),
                        letter(move.from()) + "→" + letter(move.to()),
                        move.accounts())));
        if (moves.size() > MOST_MOVES) {
            lines.add(String.format(Locale.ROOT, "  and %,d more", moves.size() - MOST_MOVES));
        }
    }

    private static String letter(@Nullable Grade grade) {
        return grade == null ? "-" : grade.name();
    }

    private static String score(@Nullable Long score) {
        return score == null ? "-" : String.format(Locale.ROOT, "%.1f", score / FULL);
    }

    private static String money(@Nullable Money money) {
        return money == null ? "-" : String.format(Locale.ROOT, "%,d %s", money.minor() / 100, money.currency());
    }

    private static void signals(Simulated simulated, List<String> lines) {
        lines.add("");
        if (simulated.signals().isEmpty()) {
            lines.add("no signal by either");
            return;
        }
        lines.add(String.format(
                Locale.ROOT,
                "%-28s %17s %17s %17s %21s",
                "signals",
                "opened",
                "closed",
                "open at the end",
                "accounts only here"));
        simulated
                .signals()
                .forEach((reason, both) -> lines.add(String.format(
                        Locale.ROOT,
                        "%-28s %17s %17s %17s %21s",
                        reason,
                        both(both, SignalTally::opened),
                        both(both, SignalTally::closed),
                        both(both, SignalTally::open),
                        both(both, SignalTally::accountsOnlyHere))));
    }

    private static String both(Pair<SignalTally> both, Function<SignalTally, Integer> figure) {
        return String.format(Locale.ROOT, "%,d → %,d", figure.apply(both.inForce()), figure.apply(both.candidate()));
    }

    private static void foretold(@Nullable Pair<Foretold> both, List<String> lines) {
        lines.add("");
        if (both == null) {
            lines.add("no end is known that could have been foretold");
            return;
        }
        Foretold now = both.inForce();
        lines.add(String.format(Locale.ROOT, "%,d known ends, %,d of them bad", now.units(), now.bad()));
        lines.add(String.format(Locale.ROOT, "%-34s %22s %22s", "", "in force", "candidate"));
        row(lines, "AUC of the score, 95 %", both, SimulationText::auc);
        row(lines, "warned", both, it -> String.format(Locale.ROOT, "%,d", it.warned()));
        row(lines, "of those warned, bad (precision)", both, it -> share(it.precision()));
        row(lines, "of the bad, warned (recall)", both, it -> share(it.recall()));
        row(lines, "days of warning, median of the bad", both, it -> number(it.leadDays(), 1));
        row(lines, "Brier of 1 - score/100", both, it -> number(it.brier(), 4));
        row(lines, "calibration error of the same", both, it -> number(it.calibrationError(), 4));
    }

    private static void row(List<String> lines, String name, Pair<Foretold> both, Function<Foretold, String> figure) {
        lines.add(String.format(
                Locale.ROOT, "%-34s %22s %22s", name, figure.apply(both.inForce()), figure.apply(both.candidate())));
    }

    private static String auc(Foretold foretold) {
        var within = foretold.within();
        return foretold.auc() == null || within == null
                ? "-"
                : String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", foretold.auc(), within.low(), within.high());
    }

    private static String share(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String number(@Nullable Double number, int decimals) {
        return number == null
                ? "-"
                : BigDecimal.valueOf(number)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}

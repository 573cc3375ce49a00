package io.playcaller.cli.evaluate;

import io.playcaller.cli.Columns;
import io.playcaller.cli.evaluate.LedgerReckoning.Quarter;
import io.playcaller.forecast.engine.ledger.LedgerProblem;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Treatment;
import io.playcaller.forecast.engine.ledger.RetentionBridge;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A reckoning as people read it. */
final class LedgerText {

    private static final List<String> HEADER = List.of(
            "until",
            "start",
            "churn",
            "(final)",
            "contraction",
            "expansion",
            "uplift",
            "new",
            "reactivated",
            "end",
            "in gaps",
            "ledger",
            "sum of rows",
            "difference",
            "GRR",
            "NRR",
            "logos");

    private final LedgerReckoning reckoning;
    private final boolean all;

    LedgerText(LedgerReckoning reckoning, boolean all) {
        this.reckoning = reckoning;
        this.all = all;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        RetentionDefinition definition = reckoning.definition();
        lines.add("%,d accounts, %,d rows read as contracts, %,d rows that cannot be read; amounts in %s"
                .formatted(
                        reckoning.files().accounts(),
                        reckoning.files().rows().size(),
                        reckoning.files().refused().size(),
                        reckoning.files().currency()));
        lines.add("grain %s, currency %s, back within %d days is no loss"
                .formatted(
                        definition.grain().key(), definition.currencyRule().key(), definition.reactivationGapDays()));
        lines.add("");
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        reckoning.quarters().forEach(quarter -> rows.add(cells(quarter)));
        lines.addAll(Columns.aligned(rows));
        lines.add("");
        lines.add(
                reckoning.reconciles()
                        ? "The ledger is the sum of the rows in every quarter, to the cent."
                        : "The ledger is NOT the sum of the rows: see difference.");
        refused(lines);
        problems(lines);
        return lines;
    }

    private void refused(List<String> lines) {
        reckoning
                .files()
                .refused()
                .forEach(row -> lines.add("cannot be read: row %s: %s".formatted(row.id(), row.why())));
    }

    private void problems(List<String> lines) {
        Map<String, List<LedgerProblem>> byKind = new TreeMap<>();
        reckoning
                .problems()
                .forEach(problem -> byKind.computeIfAbsent(
                                problem.treatment().key() + ": "
                                        + problem.code().key(),
                                kind -> new ArrayList<>())
                        .add(problem));
        byKind.forEach((kind, problems) -> {
            long atStake = problems.stream()
                    .mapToLong(problem -> problem.atStake().minor())
                    .sum();
            lines.add("%s: %,d contracts, %s at stake".formatted(kind, problems.size(), amount(atStake)));
            problems.stream()
                    .filter(problem -> all || problem.treatment() == Treatment.REFUSED)
                    .forEach(problem -> lines.add("  %s  %s  %s"
                            .formatted(
                                    problem.contractId(),
                                    amount(problem.atStake().minor()),
                                    problem.detail())));
        });
    }

    private List<String> cells(Quarter quarter) {
        RetentionBridge bridge = quarter.bridge();
        return List.of(
                bridge.until().toString(),
                amount(bridge.start()),
                amount(bridge.churn()),
                amount(bridge.finalChurn()),
                amount(bridge.contraction()),
                amount(bridge.expansion()),
                amount(bridge.uplift()),
                amount(bridge.newBusiness()),
                amount(bridge.reactivated()),
                amount(bridge.end()),
                amount(quarter.inGaps()),
                amount(quarter.ledger()),
                amount(quarter.rows()),
                amount(quarter.difference()),
                share(bridge.grr()),
                share(bridge.nrr()),
                bridge.logosAtStart() + "-" + bridge.logosLost());
    }

    private String amount(long minor) {
        int digits =
                Math.max(0, Currency.getInstance(reckoning.files().currency()).getDefaultFractionDigits());
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(minor, digits));
    }

    private static String share(Optional<BigDecimal> share) {
        return share.map(of -> String.format(Locale.ROOT, "%.4f", of)).orElse("-");
    }
}

package io.playcaller.forecast.ledger.in;

import io.playcaller.forecast.ledger.Retention;
import io.playcaller.forecast.ledger.Retention.Bridge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Bridges as CSV, each line with its definition. Amounts are minor units; the slice {@code *} is the whole. */
final class RetentionCsv {

    static final List<String> HEADER = List.of(
            "from",
            "until",
            "grain",
            "currencyRule",
            "reactivationGapDays",
            "upliftCounts",
            "by",
            "slice",
            "currency",
            "start",
            "churn",
            "finalChurn",
            "contraction",
            "expansion",
            "uplift",
            "newBusiness",
            "reactivated",
            "fx",
            "end",
            "logosAtStart",
            "logosLost",
            "grr",
            "nrr",
            "logoRetention",
            "closedAt");

    private RetentionCsv() {}

    static String of(Retention retention) {
        return Csv.of(HEADER, rows(retention));
    }

    static List<List<String>> rows(Retention retention) {
        List<List<String>> rows = new ArrayList<>();
        retention.bridges().forEach(bridge -> rows.add(row(retention, "*", bridge)));
        retention.slices().forEach(slice -> rows.add(row(retention, slice.key(), slice.bridge())));
        return rows;
    }

    private static List<String> row(Retention retention, String slice, Bridge bridge) {
        List<String> cells = new ArrayList<>(List.of(
                retention.from().toString(),
                retention.until().toString(),
                retention.grain(),
                retention.currencyRule(),
                Integer.toString(retention.reactivationGapDays()),
                Boolean.toString(retention.upliftCounts()),
                retention.by() == null ? "" : retention.by(),
                slice.equals("*") ? slice : Csv.harmless(slice),
                bridge.currency()));
        LongStream.of(
                        bridge.start(),
                        bridge.churn(),
                        bridge.finalChurn(),
                        bridge.contraction(),
                        bridge.expansion(),
                        bridge.uplift(),
                        bridge.newBusiness(),
                        bridge.reactivated(),
                        bridge.fx(),
                        bridge.end(),
                        bridge.logosAtStart(),
                        bridge.logosLost())
                .mapToObj(Long::toString)
                .forEach(cells::add);
        cells.add(share(bridge.grr()));
        cells.add(share(bridge.nrr()));
        cells.add(share(bridge.logoRetention()));
        cells.add(retention.closedAt() == null ? "" : retention.closedAt().toString());
        return cells;
    }

    private static String share(@Nullable BigDecimal share) {
        return share == null ? "" : share.toPlainString();
    }
}

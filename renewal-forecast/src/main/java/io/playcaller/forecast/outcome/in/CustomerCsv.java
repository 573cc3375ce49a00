package io.playcaller.forecast.outcome.in;

import io.playcaller.contracts.register.ReferenceKind;
import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.outcome.Adoption;
import io.playcaller.forecast.outcome.Figure;
import io.playcaller.forecast.outcome.ReferenceCount;
import io.playcaller.forecast.outcome.ScoreAccuracy;
import io.playcaller.forecast.outcome.TimeToValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How customers fare as CSV. All segments together have the segment {@code all}; what is unknown is an empty cell. */
final class CustomerCsv {

    private static final List<String> TIME_TO_VALUE = List.of(
            "milestone",
            "from",
            "until",
            "asOf",
            "segment",
            "n",
            "arrived",
            "quarterDays",
            "medianDays",
            "medianLow",
            "medianHigh",
            "threeQuartersDays");

    private static final List<String> ADOPTION = List.of("day", "segment", "index", "low", "high", "n");

    private static final List<String> REFERENCES = List.of("day", "accountId", "kinds");

    private static final List<String> SCORE_ACCURACY = List.of(
            "daysBefore", "grade", "contracts", "wentOn", "low", "high", "n", "auc", "aucLow", "aucHigh", "lost");

    private CustomerCsv() {}

    static String of(TimeToValue table) {
        TimeToValue.Definitions of = table.definitions();
        return CsvTable.of(
                TIME_TO_VALUE,
                table.items().stream()
                        .map(segment -> CsvTable.row(
                                of.milestone(),
                                of.from(),
                                of.until(),
                                of.asOf(),
                                segment(segment.segment()),
                                segment.n(),
                                segment.arrived(),
                                segment.quarter().value(),
                                segment.median().value(),
                                segment.median().low(),
                                segment.median().high(),
                                segment.threeQuarters().value()))
                        .toList());
    }

    static String of(Adoption adoption) {
        return CsvTable.of(
                ADOPTION,
                adoption.items().stream()
                        .map(it -> CsvTable.row(
                                adoption.day(),
                                segment(it.segment()),
                                it.index().value(),
                                it.index().low(),
                                it.index().high(),
                                it.index().n()))
                        .toList());
    }

    static String of(ReferenceCount count) {
        return CsvTable.of(
                REFERENCES,
                count.items().stream()
                        .map(named -> CsvTable.row(
                                count.day(),
                                named.accountId(),
                                named.kinds().stream().map(CustomerCsv::word).collect(Collectors.joining(" "))))
                        .toList());
    }

    /** The figure of all grades together stands in every row. */
    static String of(ScoreAccuracy accuracy) {
        Figure auc = accuracy.auc();
        return CsvTable.of(
                SCORE_ACCURACY,
                accuracy.bands().stream()
                        .map(band -> {
                            Figure wentOn = band.wentOn();
                            return CsvTable.row(
                                    accuracy.definitions().daysBefore(),
                                    band.grade(),
                                    band.contracts(),
                                    wentOn == null ? null : wentOn.value(),
                                    wentOn == null ? null : wentOn.low(),
                                    wentOn == null ? null : wentOn.high(),
                                    wentOn == null ? null : (Long) wentOn.n(),
                                    auc == null ? null : auc.value(),
                                    auc == null ? null : auc.low(),
                                    auc == null ? null : auc.high(),
                                    accuracy.lost());
                        })
                        .toList());
    }

    private static String segment(@Nullable String segment) {
        return segment == null ? "all" : segment;
    }

    private static String word(ReferenceKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

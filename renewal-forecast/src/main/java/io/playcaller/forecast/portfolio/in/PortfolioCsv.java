package io.playcaller.forecast.portfolio.in;

import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.portfolio.Portfolio;
import io.playcaller.forecast.portfolio.Portfolio.Figures;
import io.playcaller.forecast.portfolio.Portfolio.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Portfolio figures as CSV: a row per quarter, group and currency, with what the figures mean in the first columns. */
final class PortfolioCsv {

    private static final List<String> RANGES = List.of("grr", "nrr", "grrOfInForce", "nrrOfInForce", "logosKept");

    private PortfolioCsv() {}

    static String of(Portfolio portfolio) {
        List<List<String>> rows = portfolio.items().stream()
                .map(figures -> cells(portfolio.definitions(), figures))
                .toList();
        return CsvTable.of(header(), rows);
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of(
                "quarter",
                "by",
                "group",
                "currency",
                "modelVersion",
                "renewalsDue",
                "arrDueMinor",
                "expectedMinor",
                "arrInForceMinor",
                "customers",
                "customersDue"));
        RANGES.forEach(range -> Stream.of("Low", "Median", "High", "Mean").forEach(part -> header.add(range + part)));
        header.addAll(List.of("renewed", "lost", "decidedMinor", "decidedKeptMinor", "decidedNetMinor"));
        return header;
    }

    private static List<String> cells(Portfolio.Definitions definitions, Figures figures) {
        List<String> cells = new ArrayList<>(List.of(
                figures.quarter(),
                definitions.by(),
                figures.group(),
                figures.currency(),
                definitions.modelVersion(),
                Integer.toString(figures.renewalsDue()),
                Long.toString(figures.arrDue().minor()),
                Long.toString(figures.expected().minor()),
                Long.toString(figures.arrInForce().minor()),
                Integer.toString(figures.logos().inForce()),
                Integer.toString(figures.logos().due())));
        Stream.of(
                        figures.grr(),
                        figures.nrr(),
                        figures.grrOfInForce(),
                        figures.nrrOfInForce(),
                        figures.logos().kept())
                .forEach(range -> add(range, cells));
        Portfolio.Decided decided = figures.decided();
        cells.addAll(List.of(
                Integer.toString(decided.renewed()),
                Integer.toString(decided.lost()),
                Long.toString(decided.arr().minor()),
                Long.toString(decided.kept().minor()),
                Long.toString(decided.net().minor())));
        return cells;
    }

    private static void add(Range range, List<String> cells) {
        Stream.of(range.low(), range.median(), range.high(), range.mean())
                .forEach(share -> cells.add(share.toPlainString()));
    }
}

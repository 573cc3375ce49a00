package io.playcaller.forecast.kpi.in;

import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.kpi.ContentReview;
import io.playcaller.forecast.kpi.Decision;
import io.playcaller.forecast.kpi.Kpi;
import io.playcaller.forecast.kpi.KpiPage;
import io.playcaller.forecast.kpi.Programme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page and the review as CSV. Shares are fractions of one, amounts minor units; what is unknown is an empty cell. */
final class KpiCsv {

    private static final List<String> PAGE = List.of(
            "quarter",
            "from",
            "until",
            "key",
            "area",
            "ownerRole",
            "unit",
            "currency",
            "value",
            "low",
            "high",
            "n",
            "before",
            "beforeN",
            "definition",
            "grain",
            "note",
            "closedAt",
            "beforeClosedAt");

    private static final List<String> PROGRAMME = List.of(
            "quarter",
            "kind",
            "key",
            "plays",
            "proposal",
            "because",
            "moreAccounts",
            "metric",
            "daysAfter",
            "treated",
            "treatedMean",
            "holdout",
            "holdoutMean",
            "difference",
            "low",
            "high",
            "says",
            "runsEnded",
            "precision",
            "decision",
            "decidedBecause",
            "decidedBy",
            "decidedAt");

    /** Nothing was looked back at. */
    private static final List<String> NO_ARMS = Collections.nCopies(8, "");

    private KpiCsv() {}

    static String of(KpiPage page) {
        return CsvTable.of(
                PAGE, page.items().stream().map(kpi -> kpi(page, kpi)).toList());
    }

    private static List<String> kpi(KpiPage page, Kpi kpi) {
        Kpi.Value now = kpi.now();
        Kpi.Value before = kpi.before();
        return CsvTable.row(
                page.quarter(),
                page.from(),
                page.until(),
                kpi.key(),
                kpi.area(),
                kpi.ownerRole(),
                kpi.unit(),
                kpi.currency(),
                now == null ? null : now.value(),
                now == null ? null : now.low(),
                now == null ? null : now.high(),
                now == null ? null : (Long) now.n(),
                before == null ? null : before.value(),
                before == null ? null : (Long) before.n(),
                kpi.meaning().definition(),
                kpi.meaning().grain(),
                kpi.note(),
                now == null ? null : now.closedAt(),
                before == null ? null : before.closedAt());
    }

    /** Plays, then content. */
    static String of(Programme programme) {
        List<List<String>> rows = new ArrayList<>();
        programme.items().forEach(row -> rows.add(play(programme, row)));
        programme.content().forEach(review -> rows.add(content(programme, review)));
        return CsvTable.of(PROGRAMME, rows);
    }

    private static List<String> play(Programme programme, Programme.Row row) {
        List<String> proposal = CsvTable.row(
                programme.quarter(), "play", row.play(), null, row.proposal(), row.because(), row.moreAccounts());
        return cells(Stream.of(
                proposal,
                measure(programme),
                arms(row.lift() == null ? null : ContentReview.Compared.of(row.lift())),
                CsvTable.row(row.runsEnded(), row.precision()),
                decided(row.decision())));
    }

    private static List<String> content(Programme programme, ContentReview review) {
        List<String> proposal = CsvTable.row(
                programme.quarter(),
                "content",
                review.content(),
                String.join(" ", review.plays()),
                review.proposal(),
                review.because(),
                review.moreAccounts());
        return cells(Stream.of(
                proposal,
                measure(programme),
                arms(review.lift()),
                CsvTable.row(review.runsEnded(), review.precision()),
                decided(review.decision())));
    }

    private static List<String> cells(Stream<List<String>> parts) {
        return parts.flatMap(List::stream).toList();
    }

    private static List<String> measure(Programme programme) {
        return CsvTable.row(
                programme.definitions().metric(), programme.definitions().daysAfter());
    }

    private static List<String> arms(ContentReview.@Nullable Compared lift) {
        return lift == null
                ? NO_ARMS
                : CsvTable.row(
                        lift.treated(),
                        lift.treatedMean(),
                        lift.holdout(),
                        lift.holdoutMean(),
                        lift.difference(),
                        lift.low(),
                        lift.high(),
                        lift.says());
    }

    private static List<String> decided(@Nullable Decision decision) {
        return decision == null
                ? CsvTable.row(null, null, null, null)
                : CsvTable.row(
                        decision.decision().name().toLowerCase(Locale.ROOT),
                        decision.reason(),
                        decision.author(),
                        decision.at());
    }
}

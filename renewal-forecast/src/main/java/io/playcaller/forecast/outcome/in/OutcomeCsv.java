package io.playcaller.forecast.outcome.in;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.engine.process.CallBy;
import io.playcaller.forecast.outcome.KnownBefore;
import io.playcaller.forecast.outcome.LiftTable;
import io.playcaller.forecast.outcome.Loss;
import io.playcaller.forecast.outcome.SaveTable;
import io.playcaller.forecast.renewal.Categories;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What worked as CSV. Amounts are minor units, shares fractions of one; what is unknown is an empty cell. */
final class OutcomeCsv {

    private static final List<String> LIFT = List.of(
            "play",
            "reason",
            "daysAfter",
            "metric",
            "currency",
            "treated",
            "treatedMean",
            "holdout",
            "holdoutMean",
            "difference",
            "low",
            "high",
            "level",
            "says",
            "intervals",
            "mostWrong");

    private static final List<String> SAVES = List.of(
            "from",
            "until",
            "reason",
            "currency",
            "saved",
            "savedMinor",
            "contracted",
            "contractedMinor",
            "lost",
            "lostMinor",
            "byCount",
            "byCountLow",
            "byCountHigh",
            "byAmount",
            "byAmountLow",
            "byAmountHigh",
            "n");

    private static final List<String> CASES =
            List.of("contractId", "accountId", "on", "fate", "currency", "beforeMinor", "afterMinor", "reasons");

    private static final List<String> LOSSES = List.of(
            "contractId",
            "accountId",
            "on",
            "kind",
            "currency",
            "beforeMinor",
            "lostMinor",
            "state",
            "dueOn",
            "reason",
            "avoidable",
            "reviewedOn",
            "reviewedBy",
            "green",
            "knownOn",
            "categoryThen",
            "renewsThen",
            "scoreThen",
            "calledThen",
            "calledBy");

    private static final double MILLI = 1_000.0;

    private OutcomeCsv() {}

    static String of(LiftTable table) {
        return CsvTable.of(
                LIFT,
                table.items().stream()
                        .map(row -> CsvTable.row(
                                row.play(),
                                row.reason() == null ? null : row.reason().code(),
                                row.daysAfter(),
                                row.metric(),
                                row.currency(),
                                row.treated(),
                                row.treatedMean(),
                                row.holdout(),
                                row.holdoutMean(),
                                row.difference(),
                                row.low(),
                                row.high(),
                                table.definitions().level(),
                                row.says(),
                                table.definitions().intervals(),
                                table.definitions().mostWrong()))
                        .toList());
    }

    /** The total of a currency has {@code all} for a reason. */
    static String of(SaveTable table) {
        return CsvTable.of(
                SAVES,
                table.items().stream()
                        .map(row -> CsvTable.row(
                                table.definitions().from(),
                                table.definitions().until(),
                                row.reason() == null ? "all" : row.reason().code(),
                                row.currency(),
                                row.saved().contracts(),
                                row.saved().arr().minor(),
                                row.contracted().contracts(),
                                row.contracted().arr().minor(),
                                row.lost().contracts(),
                                row.lost().arr().minor(),
                                row.byCount().value(),
                                row.byCount().low(),
                                row.byCount().high(),
                                row.byAmount().value(),
                                row.byAmount().low(),
                                row.byAmount().high(),
                                row.byCount().n()))
                        .toList());
    }

    static String ofCases(Collection<SaveTable.Case> cases) {
        return CsvTable.of(
                CASES,
                cases.stream()
                        .map(it -> CsvTable.row(
                                it.contractId(),
                                it.accountId(),
                                it.on(),
                                it.fate(),
                                it.before().currency(),
                                it.before().minor(),
                                it.after().minor(),
                                it.reasons().stream().map(Reason::code).sorted().collect(Collectors.joining(" "))))
                        .toList());
    }

    static String ofLosses(Collection<Loss> losses) {
        return CsvTable.of(LOSSES, losses.stream().map(OutcomeCsv::loss).toList());
    }

    private static List<String> loss(Loss loss) {
        LossReviewRecord review = loss.review();
        KnownBefore known = loss.known();
        return CsvTable.row(
                loss.contractId(),
                loss.accountId(),
                loss.on(),
                loss.kind(),
                loss.before().currency(),
                loss.before().minor(),
                loss.lost().minor(),
                loss.state(),
                loss.dueOn(),
                loss.reason() == null ? null : loss.reason().code(),
                loss.avoidable(),
                review == null ? null : review.reviewedOn(),
                review == null ? null : review.reviewedBy(),
                loss.green(),
                known == null ? null : known.day(),
                known == null ? null : Categories.key(known.category()),
                known == null ? null : CsvTable.fraction(known.renews()),
                score(known),
                known == null ? null : Categories.key(known.called()),
                known == null ? null : calledBy(known));
    }

    private static String calledBy(KnownBefore known) {
        return known.judged() == null ? CallBy.MODEL.key() : known.judged().by();
    }

    private static @Nullable Double score(@Nullable KnownBefore known) {
        return known == null || known.health() == null
                ? null
                : (Double) (known.health().score() / MILLI);
    }
}

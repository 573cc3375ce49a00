package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.forecast.engine.LogOdds;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The category of a forecast call: that of the first clause that holds.
 *
 * @param clauses the last one asks for nothing, so that there is always a category
 */
public record CategoryRule(List<Clause> clauses) {

    private static final int LOST_BELOW = 250_000;
    private static final int AT_RISK_BELOW = 600_000;
    private static final int COMMIT_FROM = 850_000;

    public CategoryRule {
        clauses = List.copyOf(clauses);
        if (clauses.isEmpty() || !clauses.get(clauses.size() - 1).asksForNothing()) {
            throw new IllegalArgumentException("the last clause must hold for every contract");
        }
    }

    /**
     * A category and all that must hold for it.
     *
     * @param below millionths: the probability of renewal is less; null asks for nothing
     * @param from millionths: it is at least that; null asks for nothing
     * @param stage the least stage; null asks for nothing
     * @param endOnRecord whether the end of the contract must be on record
     * @param criticalRisk whether a critical risk must be open on the account
     */
    public record Clause(
            Category category,
            @Nullable Integer below,
            @Nullable Integer from,
            @Nullable RenewalStage stage,
            boolean endOnRecord,
            boolean criticalRisk) {

        /** Whether it holds for every contract. */
        public boolean asksForNothing() {
            return below == null && from == null && stage == null && !endOnRecord && !criticalRisk;
        }

        private boolean spans(int renews) {
            return (below == null || renews < below) && (from == null || renews >= from);
        }

        boolean holds(ContractSituation situation, int renews) {
            return spans(renews)
                    && (stage == null || situation.effectiveStage().compareTo(stage) >= 0)
                    && (!endOnRecord || situation.terms().endKnownOn() != null)
                    && (!criticalRisk || situation.signals().stream().anyMatch(CategoryRule::isCriticalRisk));
        }
    }

    /**
     * Lost when its end is on record or it is improbable (below .25), at risk when it is doubtful (below .6) or a critical
     * risk is open, commit when it is probable (from .85) <em>and</em> a proposal is out, best case else.
     */
    public static CategoryRule defaults() {
        return new CategoryRule(List.of(
                new Clause(Category.LOST, null, null, null, true, false),
                new Clause(Category.LOST, LOST_BELOW, null, null, false, false),
                new Clause(Category.AT_RISK, AT_RISK_BELOW, null, null, false, false),
                new Clause(Category.AT_RISK, null, null, null, false, true),
                new Clause(Category.COMMIT, null, COMMIT_FROM, RenewalStage.PROPOSAL, false, false),
                new Clause(Category.BEST_CASE, null, null, null, false, false)));
    }

    /** The category of a contract that renews with probability {@code renews}. */
    public Category of(ContractSituation situation, int renews) {
        return clauses.stream()
                .filter(clause -> clause.holds(situation, renews))
                .findFirst()
                .orElseThrow()
                .category();
    }

    /**
     * The middle of the probabilities that are called so where all else is well: no end on record, no critical risk, every stage
     * reached. Millionths; empty where probability alone never calls a contract so.
     */
    public OptionalInt middle(Category category) {
        NavigableSet<Integer> edges = new TreeSet<>(List.of(0, LogOdds.ONE));
        for (Clause clause : clauses) {
            Stream.of(clause.below(), clause.from()).filter(Objects::nonNull).forEach(edges::add);
        }
        int lowest = LogOdds.ONE;
        int highest = -1;
        for (int low : edges.headSet(LogOdds.ONE)) {
            if (whenAllIsWell(low) == category) {
                lowest = Math.min(lowest, low);
                highest = Objects.requireNonNull(edges.higher(low));
            }
        }
        return highest < 0 ? OptionalInt.empty() : OptionalInt.of((lowest + highest) / 2);
    }

    private Category whenAllIsWell(int renews) {
        return clauses.stream()
                .filter(clause -> !clause.endOnRecord() && !clause.criticalRisk() && clause.spans(renews))
                .findFirst()
                .orElseThrow()
                .category();
    }

    private static boolean isCriticalRisk(OpenSignal signal) {
        return signal.reason().kind() == SignalKind.RISK && signal.severity() == Severity.CRITICAL;
    }
}

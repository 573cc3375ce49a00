package io.playcaller.forecast.kpi;

import io.playcaller.forecast.engine.lift.ContentSpan;
import io.playcaller.forecast.engine.lift.PlayLift;
import io.playcaller.forecast.engine.review.Evidence;
import io.playcaller.forecast.engine.review.Proposal;
import io.playcaller.forecast.outcome.Figure;
import io.playcaller.forecast.outcome.LiftTable;
import io.playcaller.forecast.outcome.RunCount;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a review proposes for content, and why: a text that people of customers are sent.
 *
 * @param plays that used it, by the looks that count
 * @param accounts whose runs used it, by the same looks: those whom it reached
 * @param moreAccounts how many more accounts it takes to know; null where that is not the question, or cannot be said
 * @param lift of the plays while they used it, whomever it reached; null while nothing was looked back at
 * @param runsEnded of the quarter that used it
 * @param precision share of these whose signal held
 * @param decision the last one; null while nobody decided
 */
public record ContentReview(
        String content,
        List<String> plays,
        long accounts,
        String proposal,
        String because,
        @Nullable Long moreAccounts,
        @Nullable Compared lift,
        long runsEnded,
        BigDecimal precision,
        @Nullable Decision decision) {

    /** What the arms say; {@code low} is null while one of them has too few. */
    public record Compared(
            long treated,
            BigDecimal treatedMean,
            long holdout,
            BigDecimal holdoutMean,
            BigDecimal difference,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            String says) {

        /** As the table of lift says it. */
        public static Compared of(LiftTable.Row row) {
            return new Compared(
                    row.treated(),
                    row.treatedMean(),
                    row.holdout(),
                    row.holdoutMean(),
                    row.difference(),
                    row.low(),
                    row.high(),
                    row.says());
        }
    }

    /** What the reviews of a quarter are made from. */
    public record Input(List<PlayLift> lifts, List<ContentSpan> spans, List<RunCount> runs, List<Decision> decisions) {}

    /** All content that a run used which ended in the quarter or was looked back at, in order of its keys. */
    public static List<ContentReview> of(Input input, Programme.Measure measure) {
        NavigableSet<String> keys = new TreeSet<>();
        input.spans().forEach(span -> keys.add(span.content()));
        input.runs().forEach(run -> keys.add(run.subject()));
        return keys.stream().map(key -> review(key, input, measure)).toList();
    }

    private static ContentReview review(String key, Input input, Programme.Measure measure) {
        PlayLift lift = measure.of(input.lifts(), key);
        RunCount runs = RunCount.of(input.runs(), key);
        Evidence evidence = new Evidence(key, lift, null, runs.ended(), runs.retracted(), null);
        Proposal proposal = measure.rule().propose(evidence);
        return new ContentReview(
                key,
                spans(input.spans(), key).map(ContentSpan::play).toList(),
                spans(input.spans(), key).mapToLong(ContentSpan::accounts).sum(),
                proposal.kind().name().toLowerCase(Locale.ROOT),
                proposal.because(),
                proposal.moreAccounts().isPresent()
                        ? (Long) proposal.moreAccounts().getAsLong()
                        : null,
                lift == null ? null : Compared.of(LiftTable.Row.of(lift)),
                runs.ended(),
                Figure.rounded(evidence.precision()),
                Decision.last(input.decisions(), Subject.content(key)));
    }

    private static Stream<ContentSpan> spans(Collection<ContentSpan> spans, String key) {
        return spans.stream().filter(span -> span.content().equals(key));
    }
}

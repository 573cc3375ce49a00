package io.playcaller.forecast.kpi;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.engine.lift.LiftMetric;
import io.playcaller.forecast.engine.lift.PlayLift;
import io.playcaller.forecast.engine.review.Evidence;
import io.playcaller.forecast.engine.review.ProgrammeRule;
import io.playcaller.forecast.engine.review.Proposal;
import io.playcaller.forecast.outcome.Figure;
import io.playcaller.forecast.outcome.LiftTable;
import io.playcaller.forecast.outcome.RunCount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A quarter's review of plays and of their content: what is proposed for each, why, and what people decided.
 *
 * @param until first day after the quarter, or after today while it runs
 * @param items plays
 */
public record Programme(
        String quarter,
        LocalDate until,
        Definitions definitions,
        List<Row> items,
        List<ContentReview> content,
        @Nullable String next) {

    /** What the proposals rest on. */
    public record Definitions(
            String metric,
            int daysAfter,
            String lift,
            String precision,
            String content,
            int enoughRuns,
            double leastPrecision,
            int enoughAccounts,
            double negligible,
            double worthwhile) {}

    /**
     * One play.
     *
     * @param moreAccounts how many more accounts it takes until the interval is as narrow as a lift worth having; null where that is not
     *     the question, or cannot be said
     * @param lift null while nothing was looked back at
     * @param money lift of ARR in the currency of the cost; null without
     * @param precision share of the quarter's ended runs whose signal held
     * @param decision the last one; null while nobody decided
     */
    public record Row(
            String play,
            String proposal,
            String because,
            @Nullable Long moreAccounts,
            LiftTable.@Nullable Row lift,
            LiftTable.@Nullable Row money,
            long runsEnded,
            BigDecimal precision,
            @Nullable Money costOfRun,
            @Nullable Decision decision) {}

    /** What the review is made from. */
    public record Input(
            List<PlayLift> lifts, List<RunCount> runs, List<Decision> decisions, Map<String, Money> costs) {}

    /** How plays and content are judged. */
    public record Measure(LiftMetric metric, int daysAfter, ProgrammeRule rule) {

        /** The lift that judges {@code subject}; null where it has none. */
        @Nullable
        PlayLift of(Collection<PlayLift> lifts, String subject) {
            return find(lifts, subject, metric, daysAfter, "");
        }
    }

    /** Every play that ended a run in the quarter or was looked back at, in order of their keys. */
    public static Programme of(
            String quarter, LocalDate until, Input input, List<ContentReview> content, Measure measure) {
        NavigableSet<String> plays = new TreeSet<>();
        input.lifts().forEach(lift -> plays.add(lift.play()));
        input.runs().forEach(run -> plays.add(run.subject()));
        List<Row> items = plays.stream().map(play -> row(play, input, measure)).toList();
        ProgrammeRule rule = measure.rule();
        Definitions definitions = new Definitions(
                measure.metric().key(),
                measure.daysAfter(),
                "so many days after runs began, by the looks of the quarter and of those before it that the setting names",
                "share of the runs that ended in the quarter whose signal held",
                "a text that people of customers are sent; its lift is that of the plays between the first and the last run that"
                        + " used it, whomever it reached: two texts of one play are not told apart",
                rule.enoughRuns(),
                rule.leastPrecision(),
                rule.enoughAccounts(),
                rule.negligible(),
                rule.worthwhile());
        return new Programme(quarter, until, definitions, items, content, null);
    }

    private static Row row(String play, Input input, Measure measure) {
        Money cost = input.costs().get(play);
        PlayLift lift = measure.of(input.lifts(), play);
        PlayLift money =
                cost == null ? null : find(input.lifts(), play, LiftMetric.ARR, measure.daysAfter(), cost.currency());
        RunCount runs = RunCount.of(input.runs(), play);
        Evidence evidence = new Evidence(
                play, lift, money, runs.ended(), runs.retracted(), cost == null ? null : (Long) cost.minor());
        Proposal proposal = measure.rule().propose(evidence);
        return new Row(
                play,
                proposal.kind().name().toLowerCase(Locale.ROOT),
                proposal.because(),
                number(proposal.moreAccounts()),
                lift == null ? null : LiftTable.Row.of(lift),
                money == null ? null : LiftTable.Row.of(money),
                runs.ended(),
                Figure.rounded(evidence.precision()),
                cost,
                Decision.last(input.decisions(), Subject.play(play)));
    }

    private static @Nullable PlayLift find(
            Collection<PlayLift> lifts, String play, LiftMetric metric, int daysAfter, String currency) {
        return lifts.stream()
                .filter(lift -> lift.play().equals(play) && lift.metric() == metric)
                .filter(lift -> lift.daysAfter() == daysAfter && lift.currency().equals(currency))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long number(OptionalLong number) {
        return number.isPresent() ? (Long) number.getAsLong() : null;
    }
}

package io.playcaller.forecast.kpi.app;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.config.OutcomeConfig;
import io.playcaller.forecast.engine.review.ProgrammeRule;
import io.playcaller.forecast.kpi.ContentReview;
import io.playcaller.forecast.kpi.Programme;
import io.playcaller.forecast.kpi.Programme.Input;
import io.playcaller.forecast.kpi.Programme.Measure;
import io.playcaller.forecast.outcome.RunCount;
import io.playcaller.forecast.outcome.app.ContentFacts;
import io.playcaller.forecast.outcome.app.LiftService;
import io.playcaller.forecast.outcome.app.LiftService.Measured;
import io.playcaller.forecast.outcome.app.OutcomeFacts;
import io.playcaller.forecast.portfolio.Quarter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the review of a quarter together. */
@ApplicationScoped
public class ProgrammeService {

    private final OutcomeFacts facts;
    private final ContentFacts content;
    private final LiftService lifts;
    private final Decisions decisions;
    private final Measure measure;
    private final Map<String, Money> costs;

    ProgrammeService(
            OutcomeFacts facts,
            ContentFacts content,
            LiftService lifts,
            Decisions decisions,
            ProgrammeRule rule,
            OutcomeConfig config) {
        this.facts = facts;
        this.content = content;
        this.lifts = lifts;
        this.decisions = decisions;
        OutcomeConfig.Programme told = config.programme();
        this.measure = new Measure(told.metric(), told.daysAfter(), rule);
        this.costs = new TreeMap<>();
        told.costs().forEach((play, cost) -> costs.put(play, new Money(cost.minor(), cost.currency())));
    }

    /** The review of a quarter that has begun. */
    public Uni<Programme> review(Quarter quarter) {
        return facts.today().chain(today -> {
            LocalDate until = today.isBefore(quarter.end()) ? today.plusDays(1) : quarter.end();
            return Uni.combine()
                    .all()
                    .unis(
                            lifts.measured(until),
                            facts.runs(quarter.firstDay(), until),
                            content.runs(quarter.firstDay(), until),
                            decisions.of(quarter.toString()))
                    .asTuple()
                    .map(known -> programme(
                            quarter.toString(),
                            until,
                            known.getItem1(),
                            new Input(known.getItem1().plays(), known.getItem2(), known.getItem4(), costs),
                            known.getItem3()));
        });
    }

    private Programme programme(
            String quarter, LocalDate until, Measured measured, Input plays, List<RunCount> contentRuns) {
        ContentReview.Input content =
                new ContentReview.Input(measured.content(), measured.spans(), contentRuns, plays.decisions());
        return Programme.of(quarter, until, plays, ContentReview.of(content, measure), measure);
    }
}

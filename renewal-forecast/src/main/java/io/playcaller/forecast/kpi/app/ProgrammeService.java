package io.playcaller.forecast.kpi.app;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.config.OutcomeConfig;
import io.playcaller.forecast.engine.review.ProgrammeRule;
import io.playcaller.forecast.kpi.Programme;
import io.playcaller.forecast.kpi.Programme.Input;
import io.playcaller.forecast.kpi.Programme.Measure;
import io.playcaller.forecast.outcome.app.LiftService;
import io.playcaller.forecast.outcome.app.OutcomeFacts;
import io.playcaller.forecast.portfolio.Quarter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Puts the review of a quarter together. */
@ApplicationScoped
public class ProgrammeService {

    private final OutcomeFacts facts;
    private final LiftService lifts;
    private final Decisions decisions;
    private final Measure measure;
    private final Map<String, Money> costs;

    ProgrammeService(
            OutcomeFacts facts, LiftService lifts, Decisions decisions, ProgrammeRule rule, OutcomeConfig config) {
        this.facts = facts;
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
            return lifts.until(until)
                    .chain(found -> facts.runs(quarter.firstDay(), until)
                            .chain(runs -> decisions
                                    .of(quarter.toString())
                                    .map(decided -> Programme.of(
                                            quarter.toString(),
                                            until,
                                            new Input(found, runs, decided, costs),
                                            measure))));
        });
    }
}

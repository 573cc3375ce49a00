package io.playcaller.forecast.outcome.out;

import io.playcaller.forecast.config.OutcomeConfig;
import io.playcaller.forecast.outcome.RenewalLifts;
import io.playcaller.forecast.outcome.app.LiftService;
import io.playcaller.forecast.outcome.app.OutcomeFacts;
import io.playcaller.forecast.portfolio.app.MeasuredLifts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Lifts as {@code /v1/lift} has them today, so many days after as plays are judged by. */
@ApplicationScoped
public class LiftsForScenarios implements MeasuredLifts {

    private final LiftService lifts;
    private final OutcomeFacts facts;
    private final int daysAfter;

    LiftsForScenarios(LiftService lifts, OutcomeFacts facts, OutcomeConfig config) {
        this.lifts = lifts;
        this.facts = facts;
        this.daysAfter = config.programme().daysAfter();
    }

    @Override
    public Uni<Map<String, Integer>> byPlay() {
        return facts.today()
                .chain(today -> lifts.until(today.plusDays(1)))
                .map(found -> RenewalLifts.of(found, daysAfter));
    }
}

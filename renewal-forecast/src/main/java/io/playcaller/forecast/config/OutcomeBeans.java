package io.playcaller.forecast.config;

import io.playcaller.forecast.engine.lift.ConfidenceSequence;
import io.playcaller.forecast.engine.lift.LiftRule;
import io.playcaller.forecast.engine.review.ProgrammeRule;
import io.playcaller.forecast.engine.review.SaveRule;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The rules of what worked, as configured. */
@Singleton
final class OutcomeBeans {

    private final OutcomeConfig config;

    OutcomeBeans(OutcomeConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    SaveRule saves() {
        return new SaveRule(config.saves().days(), config.saves().keptThousandths());
    }

    @Produces
    @Singleton
    LiftRule lift() {
        OutcomeConfig.Lifts told = config.lift();
        return new LiftRule(new ConfidenceSequence(told.alpha(), told.tightestAt()), told.leastPerArm());
    }

    @Produces
    @Singleton
    ProgrammeRule programme() {
        OutcomeConfig.Programme told = config.programme();
        return new ProgrammeRule(
                told.enoughRuns(),
                told.leastPrecision(),
                told.enoughAccounts(),
                told.negligible(),
                told.worthwhile(),
                lift());
    }
}

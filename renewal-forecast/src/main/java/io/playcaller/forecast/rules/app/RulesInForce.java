package io.playcaller.forecast.rules.app;

import io.playcaller.forecast.capacity.CapacityRules;
import io.playcaller.forecast.config.InForce;
import io.playcaller.forecast.config.Ruled;
import io.playcaller.forecast.engine.contract.CategoryRule;
import io.playcaller.forecast.engine.process.RenewalProcess;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Each part of the rules, for whom it concerns. */
@Singleton
final class RulesInForce {

    private final CurrentRules rules;

    RulesInForce(CurrentRules rules) {
        this.rules = rules;
    }

    @Produces
    @Singleton
    InForce<RenewalProcess> process() {
        return () -> rules.get().process();
    }

    @Produces
    @Singleton
    InForce<CategoryRule> categories() {
        return () -> {
            Ruled<RenewalProcess> process = rules.get().process();
            return new Ruled<>(process.rules().categories(), process.version(), process.text());
        };
    }

    @Produces
    @Singleton
    InForce<CapacityRules> capacity() {
        return () -> rules.get().capacity();
    }
}

package io.playcaller.forecast.rules.in;

import io.playcaller.forecast.rules.app.CurrentRules;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says which rules hold, and whether those on disk are refused. Always up: what holds is good, and nobody must restart for it. */
@Readiness
@ApplicationScoped
class RulesCheck implements HealthCheck {

    private final CurrentRules rules;

    RulesCheck(CurrentRules rules) {
        this.rules = rules;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("rules")
                .up()
                .withData("hold", rules.get().version());
        rules.refused().ifPresent(version -> answer.withData("refused", version));
        return answer.build();
    }
}

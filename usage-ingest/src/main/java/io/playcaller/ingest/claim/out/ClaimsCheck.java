package io.playcaller.ingest.claim.out;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether claims can be taken. Always up: without Redis the door is open under its policy. */
@Readiness
@ApplicationScoped
class ClaimsCheck implements HealthCheck {

    private final RedisClaims claims;

    ClaimsCheck(RedisClaims claims) {
        this.claims = claims;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("claims")
                .up()
                .withData("redis", claims.answering() ? "answers" : "does not answer: degraded")
                .build();
    }
}

package io.playcaller.health.fold.in;

import io.playcaller.health.config.HealthConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the group has answered and every partition that it gave us is folded; else says which is not, and why. */
@Readiness
@ApplicationScoped
class LogReadiness implements HealthCheck {

    private final Holdings holdings;
    private final HealthConfig config;

    LogReadiness(Holdings holdings, HealthConfig config) {
        this.holdings = holdings;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> troubles = holdings.troubles();
        boolean reads = holdings.hasJoined() || !config.consumer().enabled();
        var answer = HealthCheckResponse.named("customer-events is folded")
                .status(reads && troubles.isEmpty() && holdings.brokenBecause().isEmpty())
                .withData("partitions", holdings.owned().toString());
        if (!reads) {
            answer.withData("group", "no answer yet");
        }
        if (!troubles.isEmpty()) {
            answer.withData("trouble", String.join("; ", troubles));
        }
        holdings.brokenBecause().ifPresent(why -> answer.withData("broken", why));
        return answer.build();
    }
}

package io.playcaller.chassis.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready where SQL would tell another time than Java: the row was moved, and nobody may move this clock. */
@Readiness
@ApplicationScoped
class ClockCheck implements HealthCheck {

    private final ClockFollower follower;

    ClockCheck(ClockFollower follower) {
        this.follower = follower;
    }

    @Override
    public HealthCheckResponse call() {
        Duration stray = follower.strayOffset();
        var answer = HealthCheckResponse.named("clock").status(stray.isZero());
        if (!stray.isZero()) {
            answer.withData(
                    "difference", "clock_offset is " + stray + ", must be zero without playcaller.clock.adjustable");
        }
        return answer.build();
    }
}

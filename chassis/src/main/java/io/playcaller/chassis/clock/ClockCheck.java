package io.playcaller.chassis.clock;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while SQL tells another time than Java, or may do so: the row was moved, and nobody may move this clock; or the
 * row cannot be read. It is read at each probe, because it may be moved at any time.
 */
@Readiness
@ApplicationScoped
class ClockCheck implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ClockFollower follower;

    ClockCheck(ClockFollower follower) {
        this.follower = follower;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return follower.strayOffset()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(stray -> stray.isZero()
                        ? HealthCheckResponse.named("clock").up().build()
                        : down("clock_offset is " + stray + ", must be zero without playcaller.clock.adjustable"))
                .onFailure()
                .recoverWithItem(fault -> down("clock_offset cannot be read: " + fault));
    }

    private static HealthCheckResponse down(String difference) {
        return HealthCheckResponse.named("clock")
                .down()
                .withData("difference", difference)
                .build();
    }
}

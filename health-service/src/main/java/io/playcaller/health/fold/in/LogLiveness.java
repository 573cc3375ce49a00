package io.playcaller.health.fold.in;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive until the thread that reads the log has ended for good: then only a restart helps. */
@Liveness
@ApplicationScoped
class LogLiveness implements HealthCheck {

    private final LogThread thread;

    LogLiveness(LogThread thread) {
        this.thread = thread;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("the log's thread runs")
                .status(!thread.endedForGood())
                .build();
    }
}

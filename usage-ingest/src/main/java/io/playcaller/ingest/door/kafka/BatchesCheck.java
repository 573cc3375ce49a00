package io.playcaller.ingest.door.kafka;

import io.playcaller.contracts.Topic;
import io.playcaller.ingest.event.app.Attempt;
import io.playcaller.ingest.event.app.BatchesInWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Down when a batch from Kafka stands still, which only a restart ends. One that fails again and again, because what it needs
 * is away, is alive: that is for the readiness checks to say.
 */
@Liveness
@ApplicationScoped
class BatchesCheck implements HealthCheck {

    private final BatchesInWork batches;

    BatchesCheck(BatchesInWork batches) {
        this.batches = batches;
    }

    @Override
    public HealthCheckResponse call() {
        long now = System.nanoTime();
        Map<Topic, Attempt> attempts = batches.attempts();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("batches from Kafka")
                .status(attempts.values().stream().noneMatch(attempt -> attempt.standsStill(now)));
        attempts.forEach((topic, attempt) -> answer.withData(topic.baseName(), attempt.describe(now)));
        return answer.build();
    }
}

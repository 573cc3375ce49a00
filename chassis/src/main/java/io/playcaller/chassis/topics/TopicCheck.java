package io.playcaller.chassis.topics;

import io.playcaller.chassis.check.SharedQuestion;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Readiness of the topics a service uses: down, and saying the difference, until they are right. Brokers that do not answer
 * are waited for in the background, by one inspection at a time; a probe is told so at once.
 */
@Readiness
@ApplicationScoped
class TopicCheck implements AsyncHealthCheck {

    private static final Logger LOG = Logger.getLogger(TopicCheck.class);
    private static final long TRUSTED_NANOS = Duration.ofSeconds(15).toNanos();
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Map<String, Object> kafka;
    private final TopicsConfig config;
    private final List<TopicExpectation> expectations;
    private final SharedQuestion<List<String>> inspection = new SharedQuestion<>(this::inBackground);
    private volatile long rightSince;
    private volatile boolean right;

    TopicCheck(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            TopicsConfig config,
            TopicNames names,
            Instance<TopicRequirements> requirements) {
        this.kafka = kafka;
        this.config = config;
        this.expectations = requirements.stream()
                .flatMap(required -> required.topics().stream())
                .distinct()
                .sorted()
                .map(topic -> TopicExpectation.of(topic, names.of(topic), config))
                .toList();
    }

    /** Before channels open: topics that may be created here are there when consumers ask for them. */
    void start(@Observes @Priority(1) StartupEvent started) {
        List<String> differences = inspect();
        differences.forEach(difference -> LOG.errorf("topic %s", difference));
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        boolean trusted = right && System.nanoTime() - rightSince < TRUSTED_NANOS;
        Uni<List<String>> differences = trusted
                ? Uni.createFrom().item(List.of())
                : inspection
                        .ask()
                        .ifNoItem()
                        .after(LIMIT)
                        .recoverWithItem(() -> List.of("not known: the brokers have not answered yet"));
        return differences.map(TopicCheck::answer);
    }

    private Uni<List<String>> inBackground() {
        return Uni.createFrom().item(this::inspect).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static HealthCheckResponse answer(List<String> differences) {
        var answer = HealthCheckResponse.named("topics").status(differences.isEmpty());
        for (int i = 0; i < differences.size(); i++) {
            answer.withData("difference-" + (i + 1), differences.get(i));
        }
        return answer.build();
    }

    private List<String> inspect() {
        if (expectations.isEmpty()) {
            return List.of();
        }
        try (TopicInspection inspection = new TopicInspection(kafka)) {
            if (config.create() && !right) {
                inspection.createMissing(expectations);
            }
            List<String> differences = inspection.differences(expectations);
            right = differences.isEmpty();
            rightSince = System.nanoTime();
            return differences;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            right = false;
            return List.of("cannot be asked for: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of("were not asked for: interrupted");
        }
    }
}

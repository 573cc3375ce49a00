package io.playcaller.ingest.event.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.contracts.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The batches from Kafka that are in work, one for each topic. Nobody sends a record of a topic again, so a batch is tried in
 * place until it is done; it is never skipped, and what comes after it waits.
 */
@ApplicationScoped
public class BatchesInWork {

    private static final Logger LOG = Logger.getLogger(BatchesInWork.class);
    private static final Duration RETRY_AFTER = Duration.ofMillis(500);

    private final Pause pause;
    private final MeterRegistry metrics;
    private final Map<Topic, Attempt> attempts = new ConcurrentHashMap<>();

    public BatchesInWork(Pause pause, MeterRegistry metrics) {
        this.pause = pause;
        this.metrics = metrics;
    }

    /**
     * Works on the next batch of the topic.
     *
     * @param attempt all of the batch, from the beginning: it may be tried any number of times, and stays on the caller's
     *     Vert.x context
     */
    public Uni<Void> untilDone(Topic topic, Supplier<Uni<Void>> attempt) {
        return Uni.createFrom()
                .deferred(() -> begin(topic, attempt))
                .onFailure()
                .invoke(fault -> failed(topic, fault))
                .onFailure()
                .retry()
                // A pause ends without an item, and only an item begins the next attempt.
                .when(faults -> faults.onItem()
                        .transformToUniAndConcatenate(
                                fault -> pause.of(RETRY_AFTER).replaceWith(fault)))
                .invoke(() -> done(topic));
    }

    /** The attempts that have begun and not ended. */
    public Map<Topic, Attempt> attempts() {
        return Map.copyOf(attempts);
    }

    private Uni<Void> begin(Topic topic, Supplier<Uni<Void>> attempt) {
        attempts.compute(topic, (same, last) -> Attempt.after(last, System.nanoTime()));
        return attempt.get();
    }

    private void failed(Topic topic, Throwable fault) {
        metrics.counter("playcaller.ingest.batches.failed", "topic", topic.baseName())
                .increment();
        Attempt failed = attempts.get(topic);
        if (failed != null && failed.number() == 1) {
            LOG.warnf("a batch of %s is tried until it is done: %s", topic.baseName(), fault.toString());
        }
    }

    private void done(Topic topic) {
        Attempt last = attempts.remove(topic);
        if (last != null && last.number() > 1) {
            LOG.infof("the batch of %s is done, at try %d", topic.baseName(), last.number());
        }
    }
}

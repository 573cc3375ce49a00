package io.playcaller.forecast.retention.in;

import io.playcaller.forecast.retention.app.RetentionSweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks for what is old. What fails is tried again at the next turn. */
@ApplicationScoped
public class RetentionSchedule {

    private static final Logger LOG = Logger.getLogger(RetentionSchedule.class);

    private final RetentionSweep sweep;

    RetentionSchedule(RetentionSweep sweep) {
        this.sweep = sweep;
    }

    @Scheduled(every = "${playcaller.forecast.retention.every:1h}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return sweep.sweep()
                .onFailure()
                .invoke(failure -> LOG.warn("what is old could not be removed; it is tried again", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}

package io.playcaller.forecast.snapshot.in;

import io.playcaller.forecast.snapshot.app.DailySweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Runs the sweep. What fails is tried again at the next turn. */
@ApplicationScoped
public class SweepSchedule {

    private static final Logger LOG = Logger.getLogger(SweepSchedule.class);

    private final DailySweep sweep;

    SweepSchedule(DailySweep sweep) {
        this.sweep = sweep;
    }

    @Scheduled(every = "${playcaller.forecast.sweep:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return sweep.sweep()
                .onFailure()
                .invoke(failure -> LOG.warn("the daily sweep failed; it is tried again", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}

package io.playcaller.forecast.ledger.in;

import io.playcaller.forecast.ledger.app.LedgerSweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Runs the look at closed periods. What fails is tried again at the next turn. */
@ApplicationScoped
public class LedgerSchedule {

    private static final Logger LOG = Logger.getLogger(LedgerSchedule.class);

    private final LedgerSweep sweep;

    LedgerSchedule(LedgerSweep sweep) {
        this.sweep = sweep;
    }

    @Scheduled(every = "${playcaller.forecast.sweep:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return sweep.sweep()
                .onFailure()
                .invoke(failure -> LOG.warn("closing periods failed; it is tried again", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}

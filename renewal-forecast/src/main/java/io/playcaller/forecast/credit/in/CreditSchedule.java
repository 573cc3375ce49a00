package io.playcaller.forecast.credit.in;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.forecast.credit.app.CreditService;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Posts what is due. What fails is tried again at the next turn; several replicas post nothing twice. */
@ApplicationScoped
public class CreditSchedule {

    private static final Logger LOG = Logger.getLogger(CreditSchedule.class);

    private final CreditService credits;
    private final MeterRegistry meters;

    CreditSchedule(CreditService credits, MeterRegistry meters) {
        this.credits = credits;
        this.meters = meters;
    }

    @Scheduled(every = "${playcaller.forecast.sweep:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return credits.postWhatIsDue()
                .invoke(posted -> meters.counter("forecast.credits.posted").increment(posted))
                .onFailure()
                .invoke(failure -> LOG.warn("credits could not be posted; it is tried again", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}

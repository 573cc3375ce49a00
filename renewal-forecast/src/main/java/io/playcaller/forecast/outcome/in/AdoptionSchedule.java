package io.playcaller.forecast.outcome.in;

import io.playcaller.forecast.outcome.app.OutcomeFacts;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Keeps each day's adoption. What fails is tried again at the next turn. */
@ApplicationScoped
public class AdoptionSchedule {

    private static final Logger LOG = Logger.getLogger(AdoptionSchedule.class);

    private final OutcomeFacts facts;

    AdoptionSchedule(OutcomeFacts facts) {
        this.facts = facts;
    }

    @Scheduled(every = "${playcaller.forecast.sweep:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return facts.keepAdoption()
                .onFailure()
                .invoke(failure -> LOG.warn("the day's adoption could not be kept; it is tried again", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}

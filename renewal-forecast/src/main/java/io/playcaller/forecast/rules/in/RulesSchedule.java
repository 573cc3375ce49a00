package io.playcaller.forecast.rules.in;

import io.playcaller.forecast.rules.app.CurrentRules;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks whether the files changed. What fails is tried again at the next turn. */
@ApplicationScoped
public class RulesSchedule {

    private static final Logger LOG = Logger.getLogger(RulesSchedule.class);

    private final CurrentRules rules;

    RulesSchedule(CurrentRules rules) {
        this.rules = rules;
    }

    @Scheduled(every = "${playcaller.forecast.reload-every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return rules.look()
                .onFailure()
                .invoke(failure -> LOG.warn("the rules could not be followed; it is tried again", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}

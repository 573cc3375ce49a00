package io.playcaller.forecast.learning.in;

import io.playcaller.forecast.learning.app.Learning;
import io.playcaller.forecast.learning.app.Spread;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks whether it is time to learn, and whether another model is in force. What fails is tried again at the next turn. */
@ApplicationScoped
public class LearningSchedule {

    private static final Logger LOG = Logger.getLogger(LearningSchedule.class);

    private final Learning learning;
    private final Spread spread;

    LearningSchedule(Learning learning, Spread spread) {
        this.learning = learning;
        this.spread = spread;
    }

    @Scheduled(every = "${playcaller.forecast.model.look:1m}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> learn() {
        return calmly(
                "learning a better model failed; it is tried again when its time has come", learning.learnIfDue());
    }

    @Scheduled(every = "${playcaller.forecast.sweep:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> spread() {
        return calmly("not every contract is forecast with the model in force; it is tried again", spread.spread());
    }

    private static Uni<Void> calmly(String what, Uni<Void> work) {
        return work.onFailure()
                .invoke(failure -> LOG.warn(what, failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}

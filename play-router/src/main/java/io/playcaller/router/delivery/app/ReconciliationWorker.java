package io.playcaller.router.delivery.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.delivery.Reconciliation.Difference;
import io.playcaller.router.delivery.app.ToolComparison.Result;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Asks each tool that keeps tasks, again and again, what it has. A tool that does not answer is asked again in a minute. */
@Singleton
public class ReconciliationWorker {

    private static final Logger LOG = Logger.getLogger(ReconciliationWorker.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final Duration TO_MEND = Duration.ofMinutes(1);

    private final ToolComparison comparison;
    private final MeterRegistry meters;
    private final PlayRouterConfig.Reconciliation config;
    private final List<WorkLoop> loops;

    ReconciliationWorker(
            Connectors connectors,
            ToolComparison comparison,
            MeterRegistry meters,
            Vertx vertx,
            PlayRouterConfig router) {
        this.comparison = comparison;
        this.meters = meters;
        this.config = router.reconciliation();
        Duration pause = config.every().compareTo(LOOK_EVERY) < 0 ? config.every() : LOOK_EVERY;
        this.loops = connectors.taskTools().stream()
                .filter(Connector::isConfigured)
                .map(tool -> new WorkLoop(
                        "comparing with " + tool.name(),
                        vertx,
                        pause,
                        tool.timeout().plus(TO_MEND),
                        () -> compare(tool)))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        loops.forEach(WorkLoop::start);
    }

    void stop(@Observes ShutdownEvent event) {
        loops.forEach(WorkLoop::stop);
    }

    private Uni<Integer> compare(TaskTool tool) {
        return comparison
                .compare(tool, config.reach(), config.every())
                .invoke(result -> result.differences().forEach(difference -> say(tool, difference)))
                .map(Result::compared);
    }

    private void say(TaskTool tool, Difference difference) {
        LOG.warnf("%s differs in task %s: %s", tool.name(), difference.taskId(), difference.sentence());
        String kind = difference.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        meters.counter("router.tools.differences", "connector", tool.name(), "difference", kind)
                .increment();
    }
}

package io.playcaller.health.rebuild.app;

import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.fold.app.RebuildFolds;
import io.playcaller.health.rebuild.Wanted;
import io.playcaller.health.rebuild.app.RebuildRows.Order;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Begins rebuilds, one at a time over all replicas, each on a thread of the replica that was asked. */
@ApplicationScoped
public class Rebuilds {

    private static final Logger LOG = Logger.getLogger(Rebuilds.class);
    private static final long STOP_WITHIN_MILLIS = 5_000;

    private final RebuildRun.Parts parts;
    private volatile @Nullable RebuildRun current;
    private volatile @Nullable Thread thread;

    Rebuilds(RebuildRows rows, RebuildSchema schema, RebuildFolds folds, RebuildLog.Source logs, HealthConfig config) {
        this.parts =
                new RebuildRun.Parts(rows, schema, folds, logs, config.fold().storeTimeout());
    }

    /** @return false while another one runs, here or elsewhere */
    public Uni<Boolean> begin(Order order) {
        return parts.rows()
                .begin(order)
                .invoke(run -> run.ifPresent(id -> start(id, order.wanted())))
                .map(Optional::isPresent);
    }

    private synchronized void start(UUID id, Wanted wanted) {
        RebuildRun next = new RebuildRun(id, wanted, parts);
        Thread runner = new Thread(() -> run(next, id), "health-rebuild");
        runner.setDaemon(true);
        current = next;
        thread = runner;
        runner.start();
    }

    private void run(RebuildRun run, UUID id) {
        try {
            run.run();
            LOG.infof("rebuild %s is through", id);
        } catch (RebuildRun.EndedException e) {
            LOG.infof("rebuild %s was ended", id);
            end(run, id, "the replica that made it stopped");
        } catch (RuntimeException e) {
            LOG.errorf(e, "rebuild %s failed; what runs is as it was", id);
            end(run, id, e.toString());
        }
    }

    /** One that was cancelled stays so. */
    private void end(RebuildRun run, UUID id, String why) {
        try {
            parts.rows().end(id, "failed", run.report(why)).await().atMost(parts.limit());
        } catch (RuntimeException e) {
            LOG.warnf(e, "that rebuild %s ended could not be written down; it counts as lost after a while", id);
        }
    }

    /** Before the pool closes. What was folded stays, and another run may go on with it. */
    void stop(@Observes @Priority(1) ShutdownEvent stopping) {
        RebuildRun run = current;
        Thread runner = thread;
        if (run != null && runner != null) {
            run.stop();
            try {
                runner.join(STOP_WITHIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package io.playcaller.router.timer.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Proves that no open task was forgotten: each has a timer ahead, or a recorded reason why it has none. */
@Singleton
public class OrphanAudit {

    private static final Logger LOG = Logger.getLogger(OrphanAudit.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    private static final String COUNT = """
            select (select count(*) from task
                    where open and still_because is null
                      and not exists (select 1 from timer where timer.task_id = task.task_id)),
                   (select count(*) from timer where due_at < (select playcaller_now()) - interval '1 minute'),
                   (select count(*) from timer),
                   (select count(*) from task where open),
                   (select count(*) from task where open and assignee is null),
                   (select count(*) from task where open and quarantined is not null)""";

    private final Pool pool;
    private final WorkLoop loop;
    private final AtomicLong orphans = new AtomicLong();
    private final AtomicLong overdue = new AtomicLong();
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong unassigned = new AtomicLong();
    private final AtomicLong quarantined = new AtomicLong();

    OrphanAudit(Pool pool, Vertx vertx, MeterRegistry meters) {
        this.pool = pool;
        this.loop = new WorkLoop("auditing timers", vertx, EVERY, LONGEST_ROUND, () -> audit().replaceWith(0));
        gauge(meters, "router.tasks.orphaned", "Open tasks without a timer ahead or a reason; must be 0", orphans);
        gauge(meters, "router.timers.overdue", "Timers due for more than a minute", overdue);
        gauge(meters, "router.timers.pending", "Timers that wait", pending);
        gauge(meters, "router.tasks.open", "Open tasks", open);
        gauge(meters, "router.tasks.unassigned", "Open tasks that nobody has", unassigned);
        gauge(
                meters,
                "router.tasks.quarantined",
                "Open tasks whose stored form cannot be read; must be 0",
                quarantined);
    }

    private static void gauge(MeterRegistry meters, String name, String description, AtomicLong value) {
        Gauge.builder(name, value, AtomicLong::get).description(description).register(meters);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Counts now, and answers how many open tasks were forgotten. */
    Uni<Long> audit() {
        return pool.query(COUNT).execute().map(rows -> {
            var row = rows.iterator().next();
            orphans.set(row.getLong(0));
            overdue.set(row.getLong(1));
            pending.set(row.getLong(2));
            open.set(row.getLong(3));
            unassigned.set(row.getLong(4));
            quarantined.set(row.getLong(5));
            if (orphans.get() > 0) {
                LOG.errorf("%d open tasks have no timer ahead and no reason why not", orphans.get());
            }
            return orphans.get();
        });
    }
}

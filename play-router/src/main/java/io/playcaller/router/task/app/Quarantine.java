package io.playcaller.router.task.app;

import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.WorkLoop;
import io.playcaller.router.task.out.PgQuarantine;
import io.playcaller.router.task.out.PgQuarantine.Looked;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Reads the open tasks in quarantine once after each start, two hundred a transaction: what this version can read is let out, and
 * its timers, lists and rules go on.
 */
@Singleton
public class Quarantine {

    private static final Logger LOG = Logger.getLogger(Quarantine.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(60);
    private static final int BATCH = 200;

    private final Transactions transactions;
    private final PgQuarantine tasks;
    private final WorkLoop loop;
    private volatile UUID last = new UUID(0, 0);
    private volatile boolean done;

    Quarantine(Transactions transactions, PgQuarantine tasks, Vertx vertx) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.loop = new WorkLoop("reading tasks in quarantine", vertx, EVERY, LONGEST_ROUND, this::round);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
        loop.poke();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Reads the next of them; answers 0 when all were read. */
    Uni<Integer> round() {
        return done
                ? Uni.createFrom().item(0)
                : transactions.run(tx -> tasks.look(tx, last, BATCH)).map(this::looked);
    }

    private int looked(Looked looked) {
        looked.last().ifPresentOrElse(id -> last = id, () -> done = true);
        if (looked.lifted() > 0) {
            LOG.infof("%d tasks can be read again and left quarantine", looked.lifted());
        }
        return done ? 0 : 1;
    }
}

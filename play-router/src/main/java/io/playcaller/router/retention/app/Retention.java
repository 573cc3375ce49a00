package io.playcaller.router.retention.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.retention.out.PgOldRuns;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Removes runs with their tasks, signals, messages to people of customers, hand-overs, digests and counts of interruptions, when they have
 * been over for as long as they are kept, a small set at a time.
 */
@Singleton
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);
    private static final int BATCH = 200;

    private final Transactions transactions;
    private final PgOldRuns old;
    private final MeterRegistry meters;
    private final Duration keep;
    private final WorkLoop loop;

    Retention(Transactions transactions, PgOldRuns old, MeterRegistry meters, Vertx vertx, PlayRouterConfig config) {
        this.transactions = transactions;
        this.old = old;
        this.meters = meters;
        this.keep = config.retention().keep();
        this.loop = new WorkLoop(
                "removing what is old", vertx, config.retention().every(), LONGEST_ROUND, this::removeSome);
    }

    void start(@Observes StartupEvent event) {
        LOG.infof(
                "runs, their tasks and signals are removed %d days after their end (playcaller.router.retention.keep)",
                keep.toDays());
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Uni<Integer> removeSome() {
        return remove("runs", old::removeRuns)
                .chain(runs -> remove("signals", old::removeSignals).map(signals -> runs + signals))
                .chain(so -> remove("messages", old::removeMessages).map(messages -> so + messages))
                .chain(so -> remove("hand-overs", old::removeHandOvers).map(handOvers -> so + handOvers))
                .chain(so -> remove("digests-sent", old::removeDigestsSent).map(sent -> so + sent))
                .chain(so -> remove("digests-made", old::removeDigestsMade).map(made -> so + made))
                .chain(so -> remove("interruptions", old::removeInterruptions).map(days -> so + days))
                .chain(so -> remove("words", old::removeWords).map(words -> so + words));
    }

    private Uni<Integer> remove(String what, Removal removal) {
        return transactions
                .run(tx -> removal.of(tx, tx.now().minus(keep), BATCH))
                .invoke(removed ->
                        meters.counter("router.removed", "what", what).increment(removed));
    }

    /** Takes away at most so many of what was over before an instant. */
    private interface Removal {

        Uni<Integer> of(Transaction tx, Instant before, int atMost);
    }
}

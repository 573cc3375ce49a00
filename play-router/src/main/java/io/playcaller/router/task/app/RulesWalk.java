package io.playcaller.router.task.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.WorkLoop;
import io.playcaller.router.task.Rederivation;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.out.PgTaskRules;
import io.playcaller.router.task.out.PgTaskRules.Laid;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes the open tasks to the rules that hold now, two hundred a transaction. The version that a replica took up last is in
 * force: a replica with an older one leaves the tasks alone, so that two versions never pull at one task. A task that cannot be taken
 * to them is left for a minute, and the others go on.
 */
@Singleton
public class RulesWalk {

    private static final Logger LOG = Logger.getLogger(RulesWalk.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(60);
    private static final int BATCH = 200;

    private final Transactions transactions;
    private final PgTaskRules tasks;
    private final TaskChanges changes;
    private final CurrentRules rules;
    private final Counter rederived;
    private final WorkLoop loop;
    private final LeftAlone left = new LeftAlone();
    private volatile String announced = "";

    RulesWalk(
            Transactions transactions,
            PgTaskRules tasks,
            TaskChanges changes,
            CurrentRules rules,
            MeterRegistry meters,
            Vertx vertx) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.changes = changes;
        this.rules = rules;
        this.rederived = Counter.builder("router.tasks.rederived")
                .description("Open tasks whose clocks were laid out anew because the rules changed")
                .register(meters);
        this.loop = new WorkLoop("taking tasks to the rules of now", vertx, EVERY, LONGEST_ROUND, this::round);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Takes some tasks to the rules of now, and answers how many there were. */
    Uni<Integer> round() {
        RouterRules current = rules.get();
        return announce(current.version())
                .chain(() -> tasks.isInForce(current.version()))
                .chain(inForce ->
                        inForce ? walk(current, BATCH) : Uni.createFrom().item(0));
    }

    private Uni<Void> announce(String version) {
        return announced.equals(version)
                ? Uni.createFrom().voidItem()
                : transactions.run(tx -> tasks.announce(tx, version)).invoke(() -> announced = version);
    }

    private Uni<Integer> walk(RouterRules current, int atMost) {
        return transactions
                .run(tx -> found(tx, current, atMost).chain(found -> walk(tx, current, found)))
                .onFailure()
                .recoverWithUni(failure -> atMost > 1 ? walk(current, 1) : leaveFirst(current, failure));
    }

    private Uni<List<Laid>> found(Transaction tx, RouterRules current, int atMost) {
        return left.isFull(tx.now())
                ? Uni.createFrom().item(List.of())
                : tasks.ofOtherRules(tx, current.version(), left.at(tx.now()), atMost);
    }

    private Uni<Integer> walk(Transaction tx, RouterRules current, List<Laid> found) {
        List<Laid> taken = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (Laid laid : found) {
            try {
                if (rederived(tx, current, laid) instanceof Changed change) {
                    changed.add(change);
                }
                taken.add(laid);
            } catch (RuntimeException e) {
                leave(tx, laid, e);
            }
        }
        if (taken.isEmpty()) {
            return Uni.createFrom().item(found.size());
        }
        return changes.write(tx, changed)
                .chain(() -> tasks.laidBy(tx, taken, current.version()))
                .invoke(() -> said(current.version(), taken.size(), changed.size()))
                .replaceWith(found.size());
    }

    private TaskDecision rederived(Transaction tx, RouterRules current, Laid laid) {
        RouterRules past = rules.ofVersion(laid.rulesVersion()).orElse(current);
        return new Rederivation(tx.now(), past, current).of(laid.task());
    }

    /** Of a set that cannot be written, the tasks are taken one by one, and the one at fault is left for a minute. */
    private Uni<Integer> leaveFirst(RouterRules current, Throwable failure) {
        return transactions.run(tx -> found(tx, current, 1)
                .invoke(first -> first.forEach(laid -> leave(tx, laid, failure)))
                .map(List::size));
    }

    private void leave(Transaction tx, Laid laid, Throwable failure) {
        UUID taskId = laid.task().taskId();
        LOG.errorf(failure, "task %s cannot be taken to the rules of now; it is tried again in a minute", taskId);
        left.leave(taskId, tx.now());
    }

    private void said(String version, int found, int changed) {
        rederived.increment(changed);
        LOG.infof("rules %s: of %d open tasks the clocks of %d were laid out anew", version, found, changed);
    }
}

package io.playcaller.router.timer.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.Writes;
import io.playcaller.router.task.Timer;
import io.playcaller.router.task.app.TaskChanges;
import io.playcaller.router.task.out.PgTimers;
import io.playcaller.router.task.out.PgTimers.Due;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/**
 * Fires what is due, the earliest first: in one transaction the tasks step, say so, and their next timers are armed. A timer
 * whose task has moved on does nothing. One that cannot be fired is left for a minute.
 */
@ApplicationScoped
public class TimerFiring {

    private static final Logger LOG = Logger.getLogger(TimerFiring.class);

    private final Transactions transactions;
    private final PgTimers timers;
    private final TimerDecisionLoader decisions;
    private final TaskChanges changes;
    private final MeterRegistry meters;

    TimerFiring(
            Transactions transactions,
            PgTimers timers,
            TimerDecisionLoader decisions,
            TaskChanges changes,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.timers = timers;
        this.decisions = decisions;
        this.changes = changes;
        this.meters = meters;
    }

    /**
     * What a round found.
     *
     * @param due how many timers were due
     * @param more whether others may have been due as well
     */
    public record Round(int due, boolean more) {

        private static final Round NOTHING = new Round(0, false);
    }

    /** Fires at most so many. */
    public Uni<Round> fireDue(int atMost) {
        return timers.anyDue()
                .chain(any -> any
                        ? new Halving<>(this::fireEarliest, this::postponeEarliest).ofAtMost(atMost)
                        : Uni.createFrom().item(Round.NOTHING));
    }

    /** What a transaction fired, at which instant. */
    private record Firing(Round round, List<Timer> fired, Instant at) {

        private static final Firing NONE = new Firing(Round.NOTHING, List.of(), Instant.EPOCH);
    }

    /** How late each was is measured once it is committed: what is tried again was not late twice. */
    private Uni<Round> fireEarliest(int atMost, IntConsumer taken) {
        return transactions
                .run(tx -> timers.claim(tx, atMost)
                        .invoke(due -> taken.accept(due.size()))
                        .chain(due -> due.isEmpty()
                                ? Uni.createFrom().item(Firing.NONE)
                                : fire(tx, due, until(tx, due, atMost))
                                        .map(fired -> new Firing(
                                                new Round(due.size(), due.size() == atMost), fired, tx.now()))))
                .invoke(this::measure)
                .map(Firing::round);
    }

    /** It stands alone: it is left for a minute. */
    private Uni<Round> postponeEarliest(Throwable failure) {
        LOG.errorf(failure, "the earliest timer cannot be fired; it is tried again in a minute");
        return transactions.run(timers::postponeEarliest).replaceWith(new Round(1, true));
    }

    /** Of a full set others may be due after its last: what is due after that one waits for them. */
    private static Instant until(Transaction tx, List<Due> due, int atMost) {
        return due.size() < atMost ? tx.now() : due.get(due.size() - 1).timer().dueAt();
    }

    private Uni<List<Timer>> fire(Transaction tx, List<Due> due, Instant until) {
        TimerRound round = new TimerRound(until);
        due.forEach(next -> round.load(next));
        return decisions.load(tx, round).chain(loaded -> {
            round.decideAll(loaded::decide);
            return Writes.inOrder(List.of(
                            timers.fired(tx, round.fired()),
                            changes.write(tx, round.changes()),
                            timers.cancel(tx, round.stale()),
                            timers.postpone(tx, round.broken())))
                    .replaceWith(round.fired());
        });
    }

    private void measure(Firing firing) {
        for (Timer timer : firing.fired()) {
            Duration late = Duration.between(timer.dueAt(), firing.at());
            meters.timer("router.timers.lateness", "clock", timer.clock().name())
                    .record(late);
        }
    }
}

package io.playcaller.router.run.app;

import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.run.PlayRun;
import io.playcaller.router.run.out.PgRunDues;
import io.playcaller.router.run.out.PgRunDues.Due;
import io.playcaller.router.signal.CourseDecider;
import io.playcaller.router.signal.app.DeskLoader;
import io.playcaller.router.signal.app.DeskWriter;
import io.playcaller.router.signal.app.Desks;
import io.playcaller.router.store.DatabaseRefusal;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Looks at runs that are due: lanes locked, then desks, runs, tasks and customers loaded in sets, each run decided, all written. One
 * transaction, so that a step, its task and its place in the run are there together or not at all.
 */
@ApplicationScoped
class RunLooks {

    private static final Logger LOG = Logger.getLogger(RunLooks.class);

    private final Transactions transactions;
    private final PgRunDues dues;
    private final DeskLoader desks;
    private final DeskWriter writer;
    private final RunLoader runs;
    private final CurrentRules rules;

    RunLooks(
            Transactions transactions,
            PgRunDues dues,
            DeskLoader desks,
            DeskWriter writer,
            RunLoader runs,
            CurrentRules rules) {
        this.transactions = transactions;
        this.dues = dues;
        this.desks = desks;
        this.writer = writer;
        this.runs = runs;
        this.rules = rules;
    }

    /** Takes at most so many notes of runs to look at, and answers how many there were. */
    Uni<Integer> lookAtDue(int atMost) {
        return dues.any()
                .chain(any -> any ? claimAndLook(atMost) : Uni.createFrom().item(0));
    }

    private Uni<Integer> claimAndLook(int atMost) {
        return transactions
                .run(tx -> dues.claim(tx, atMost)
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(0)
                                : look(tx, found).replaceWith(found.size())))
                .onFailure(DatabaseRefusal::isForGood)
                .recoverWithUni(failure -> atMost > 1 ? claimAndLook(1) : postponeFirst(failure));
    }

    /** Of a set that cannot be written, the runs are looked at one by one, and the one at fault is left for a minute. */
    private Uni<Integer> postponeFirst(Throwable failure) {
        LOG.errorf(failure, "a run cannot go on; it is tried again in a minute");
        return transactions.run(
                tx -> dues.claim(tx, 1).chain(first -> dues.postpone(tx, first)).replaceWith(1));
    }

    private Uni<Void> look(Transaction tx, List<Due> found) {
        Map<UUID, List<Due>> byRun =
                found.stream().collect(Collectors.groupingBy(Due::playRunId, LinkedHashMap::new, Collectors.toList()));
        return desks.loadPlaces(tx, Due.places(found))
                .chain(loaded -> dues.later(tx, byRun.keySet())
                        .chain(later -> runs.load(tx, byRun.keySet()).chain(seen -> {
                            RouterRules current = rules.get();
                            CourseDecider decider = new CourseDecider(Router.of(current, tx.now()));
                            List<Due> done = new ArrayList<>();
                            List<Due> broken = new ArrayList<>();
                            byRun.forEach((run, dueNow) ->
                                    (decide(loaded, decider, seen, run) ? done : broken).addAll(dueNow));
                            return dues.done(tx, done, later)
                                    .chain(() -> writer.write(tx, loaded, current.version()))
                                    .chain(() -> dues.postpone(tx, broken));
                        })));
    }

    /** One that is over, or was removed, needs nothing any more. */
    private static boolean decide(Desks loaded, CourseDecider decider, RunsInSight seen, UUID id) {
        PlayRun run = seen.runs().get(id);
        if (run == null) {
            return true;
        }
        try {
            loaded.decide(
                    Desks.lane(run.accountId(), run.episodeId()),
                    (desk, workload) -> decider.look(
                            desk,
                            run,
                            seen.tasksOf(run),
                            seen.customerOf(run),
                            seen.overtaken().contains(id),
                            seen.messagesOf(run),
                            workload));
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "run %s cannot go on; it is tried again in a minute", id);
            return false;
        }
    }
}

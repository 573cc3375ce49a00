package io.playcaller.router.run.app;

import io.playcaller.router.digital.app.StepSending;
import io.playcaller.router.outcome.Look;
import io.playcaller.router.outcome.app.Outcomes;
import io.playcaller.router.play.PastRun;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.run.RunChange;
import io.playcaller.router.run.out.PgRunDues;
import io.playcaller.router.run.out.PgRuns;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.Writes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes what became of runs, says their ends, and notes when they are to be looked at and back at. */
@ApplicationScoped
public class RunStore {

    private final PgRuns runs;
    private final PgRunDues dues;
    private final Outcomes outcomes;
    private final CurrentRules rules;
    private final StepSending messages;

    RunStore(PgRuns runs, PgRunDues dues, Outcomes outcomes, CurrentRules rules, StepSending messages) {
        this.runs = runs;
        this.dues = dues;
        this.outcomes = outcomes;
        this.rules = rules;
        this.messages = messages;
    }

    /** What ran on accounts of the plays whose frequency is limited. */
    public Uni<Map<String, List<PastRun>>> past(Transaction tx, Collection<String> accounts) {
        List<String> limited = rules.get().plays().plays().stream()
                .filter(play -> play.admission().frequency().limits())
                .map(Play::key)
                .toList();
        return limited.isEmpty() || accounts.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : runs.past(tx, accounts, limited);
    }

    /** Belongs to the transaction that decided them, which holds the lanes of their accounts. */
    public Uni<Void> write(Transaction tx, List<RunChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<UUID> ended = changes.stream()
                .filter(RunChange::ends)
                .map(change -> change.after().playRunId())
                .toList();
        List<UUID> begun = changes.stream()
                .filter(RunChange::begins)
                .map(change -> change.after().episodeId())
                .toList();
        List<Look> back = changes.stream()
                .filter(RunChange::begins)
                .flatMap(change ->
                        Look.back(change.after().playRunId(), change.after().startedAt()).stream())
                .toList();
        return Writes.inOrder(List.of(
                runs.write(tx, changed(changes)),
                outcomes.begun(tx, back),
                dues.note(tx, changes),
                dues.ofEpisodes(tx, begun),
                messages.follow(tx, changes),
                outcomes.ended(tx, ended).chain(said -> tx.say(said))));
    }

    /** A look that changes nothing is not written; when the next one is due, is. */
    private static List<RunChange> changed(List<RunChange> changes) {
        return changes.stream()
                .filter(change -> !change.after().equals(change.before()))
                .toList();
    }

    /** Signals of these tasks ended, and these changed so that runs that they started may go another way. */
    public Uni<Void> signalsChanged(Transaction tx, Collection<UUID> tasks, Collection<UUID> episodes) {
        return Writes.inOrder(List.of(dues.ofTasks(tx, tasks), dues.ofEpisodes(tx, episodes)));
    }

    /** Something about these customers changed. */
    public Uni<Void> customersChanged(Transaction tx, Collection<String> accounts) {
        return dues.ofAccounts(tx, accounts);
    }
}

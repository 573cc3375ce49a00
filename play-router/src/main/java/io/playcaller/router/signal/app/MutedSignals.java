package io.playcaller.router.signal.app;

import io.playcaller.outbox.OutboxRecord;
import io.playcaller.router.signal.SignalDecider;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Looks again at what is muted on accounts that left a stage of their life. */
@ApplicationScoped
public class MutedSignals {

    private final DeskLoader desks;
    private final SignalRouting routing;

    MutedSignals(DeskLoader desks, SignalRouting routing) {
        this.desks = desks;
        this.routing = routing;
    }

    /** An account in another stage, with what becomes of the news when it breaks the decision. */
    public record StageChange(String accountId, Function<Throwable, OutboxRecord> letter) {}

    /** Before anything else of the transaction locks tasks: lanes are locked before rows, and what counts the brake's runs last. */
    public Uni<Void> lock(Transaction tx, List<StageChange> changes) {
        return desks.lockAccounts(
                tx, changes.stream().map(StageChange::accountId).toList());
    }

    /**
     * Belongs to the transaction that wrote the stages. It waits for the lanes of these accounts: a signal that was routed by
     * the stage before is then in the ledger, one that comes later reads the new stage.
     */
    public Uni<Void> lookAgain(Transaction tx, List<StageChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> accounts = changes.stream().map(StageChange::accountId).toList();
        return desks.loadAccounts(tx, accounts)
                .chain(loaded -> routing.route(tx, loaded, (on, decider) -> decided(on, decider, changes)))
                .chain(tx::say);
    }

    /** What these break. */
    private static List<OutboxRecord> decided(Desks on, SignalDecider decider, List<StageChange> changes) {
        List<OutboxRecord> letters = new ArrayList<>();
        changes.forEach(change -> decide(on, decider, change, letters));
        return letters;
    }

    private static void decide(Desks loaded, SignalDecider decider, StageChange change, List<OutboxRecord> letters) {
        try {
            loaded.decide(Desks.lane(change.accountId()), decider::stageChanged);
        } catch (RuntimeException e) {
            letters.add(change.letter().apply(e));
        }
    }
}

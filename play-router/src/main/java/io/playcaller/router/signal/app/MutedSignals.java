package io.playcaller.router.signal.app;

import io.playcaller.outbox.OutboxRecord;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.app.CurrentRules;
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

    private final DeskStore desks;
    private final CurrentRules rules;

    MutedSignals(DeskStore desks, CurrentRules rules) {
        this.desks = desks;
        this.rules = rules;
    }

    /** An account in another stage, with what becomes of the news when it breaks the decision. */
    public record StageChange(String accountId, Function<Throwable, OutboxRecord> letter) {}

    /**
     * Belongs to the transaction that wrote the stages. It waits for the lanes of these accounts: a signal that was routed by
     * the stage before is then in the ledger, one that comes later reads the new stage.
     */
    public Uni<Void> lookAgain(Transaction tx, List<StageChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> accounts = changes.stream().map(StageChange::accountId).toList();
        return desks.loadAccounts(tx, accounts).chain(loaded -> {
            SignalDecider decider = new SignalDecider(Router.of(rules.get(), tx.now()));
            List<OutboxRecord> letters = new ArrayList<>();
            changes.forEach(change -> decide(loaded, decider, change, letters));
            return desks.write(tx, loaded).chain(() -> tx.say(letters));
        });
    }

    private static void decide(Desks loaded, SignalDecider decider, StageChange change, List<OutboxRecord> letters) {
        try {
            loaded.decide(Desks.lane(change.accountId()), decider::stageChanged);
        } catch (RuntimeException e) {
            letters.add(change.letter().apply(e));
        }
    }
}

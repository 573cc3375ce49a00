package io.playcaller.router.tier.app;

import io.playcaller.router.finding.Finding;
import io.playcaller.router.finding.app.FindingSource;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.tier.TierChange;
import io.playcaller.router.tier.out.PgTierChanges;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Accounts in another tier that nobody has by the new one yet, one finding a change. A change that is settled is forgotten. */
@ApplicationScoped
class TierHandOvers implements FindingSource {

    private final PgTierChanges changes;
    private final CurrentRules rules;

    TierHandOvers(PgTierChanges changes, CurrentRules rules) {
        this.changes = changes;
        this.rules = rules;
    }

    @Override
    public String prefix() {
        return TierChange.PREFIX;
    }

    @Override
    public Uni<List<Finding>> look(Transaction tx) {
        RouterRules current = rules.get();
        return changes.all(tx).chain(all -> {
            List<TierChange> settled = all.stream()
                    .filter(change -> change.isSettled(current, tx.now()))
                    .toList();
            return changes.forget(tx, settled)
                    .replaceWith(all.stream()
                            .filter(change -> !change.isSettled(current, tx.now()))
                            .map(change -> change.finding(current))
                            .toList());
        });
    }
}

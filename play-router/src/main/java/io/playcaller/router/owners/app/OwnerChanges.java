package io.playcaller.router.owners.app;

import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.task.app.TaskChanges;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Passes open tasks on to new owners of their accounts, a hundred a transaction. Asked for again it goes on. */
@ApplicationScoped
public class OwnerChanges {

    private static final int BATCH = 100;
    private static final String WHY = "The register names another owner of the account.";

    private final Transactions transactions;
    private final FormerOwnersWork work;
    private final TaskChanges changes;
    private final CurrentRules rules;
    private final DeliveryWorker deliveries;

    OwnerChanges(
            Transactions transactions,
            FormerOwnersWork work,
            TaskChanges changes,
            CurrentRules rules,
            DeliveryWorker deliveries) {
        this.transactions = transactions;
        this.work = work;
        this.changes = changes;
        this.rules = rules;
        this.deliveries = deliveries;
    }

    /** Answers how many tasks were passed on. */
    public Uni<Integer> next() {
        return transactions
                .run(tx -> work.passedOn(tx, rules.get(), BATCH)
                        .call(passed -> changes.write(tx, passed, WHY))
                        .map(List::size))
                .invoke(passed -> {
                    if (passed > 0) {
                        deliveries.poke();
                    }
                });
    }
}

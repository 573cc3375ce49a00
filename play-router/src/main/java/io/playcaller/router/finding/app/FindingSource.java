package io.playcaller.router.finding.app;

import io.playcaller.router.finding.Finding;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Looks for findings of one kind. To add a kind is to add a bean that implements this, a reason and a play. */
public interface FindingSource {

    /** With which the keys of its findings begin. */
    String prefix();

    /** All that are so now. A failure leaves what was told of this kind as it is. */
    Uni<List<Finding>> look(Transaction tx);
}

package io.playcaller.router.store;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Statements of one transaction, none of which needs the answer of another. */
public final class Writes {

    private Writes() {}

    /**
     * Sends them one after the other without waiting for their answers, which are waited for together: PostgreSQL runs them in
     * this order. The first that fails is what the whole fails with; those after it change nothing, because the transaction has
     * failed. What is itself several statements, each of which waits for the one before, stands last.
     */
    public static Uni<Void> inOrder(List<Uni<Void>> statements) {
        return Uni.combine().all().unis(statements).discardItems();
    }
}

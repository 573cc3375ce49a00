package io.playcaller.router.store;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Statements of one transaction, none of which needs the answer of another: sent one behind the other. */
public final class Writes {

    private Writes() {}

    /**
     * Sends them one after the other without waiting for their answers, which are waited for together: PostgreSQL runs them in
     * this order. The first that fails is what the whole fails with; those after it change nothing, because the transaction has
     * failed. Of what is itself several statements, each of which waits for the one before, only the first has this place; the others
     * come when it was answered, after all that is sent here: nothing behind it may rely on them, nor they on coming before it.
     */
    public static Uni<Void> inOrder(List<Uni<Void>> statements) {
        return Uni.combine().all().unis(statements).discardItems();
    }

    /** Asks right behind a statement, such as one that waits for a lock, and sees what that one made sure of. */
    public static <T> Uni<T> thenAsk(Uni<Void> first, Uni<T> question) {
        return Uni.combine().all().unis(first, question).with((done, answer) -> answer);
    }
}

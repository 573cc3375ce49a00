package io.playcaller.ingest.event;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What became of a delivery, or would become of it, and what its items are.
 *
 * @param resolved by place; empty for an item that cannot be resolved
 */
public record Foreseen(Receipt receipt, List<Optional<Resolved>> resolved) {

    public Foreseen {
        resolved = List.copyOf(resolved);
    }

    /** Nobody looked at it. */
    public static Foreseen unseen(Receipt receipt) {
        return new Foreseen(receipt, Collections.nCopies(receipt.items().size(), Optional.empty()));
    }
}

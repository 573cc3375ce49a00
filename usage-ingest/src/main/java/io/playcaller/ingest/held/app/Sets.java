package io.playcaller.ingest.held.app;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Goes through what is in an order, set after set. */
final class Sets {

    private Sets() {}

    /**
     * Ends after the last set; fails with the first that fails.
     *
     * @param start before all places
     * @param next the first of what comes after a place; empty at the end
     * @param place of one of them
     */
    static <T, P> Uni<Void> each(
            P start, Function<P, Uni<List<T>>> next, Function<T, P> place, Function<List<T>, Uni<Void>> work) {
        AtomicReference<P> after = new AtomicReference<>(start);
        return Uni.createFrom()
                .deferred(() -> next.apply(after.get()))
                .call(found -> {
                    if (found.isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    after.set(place.apply(found.get(found.size() - 1)));
                    return work.apply(found);
                })
                .repeat()
                .until(List::isEmpty)
                .collect()
                .last()
                .replaceWithVoid();
    }
}

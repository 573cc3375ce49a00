package io.playcaller.ingest.event.app;

import io.playcaller.ingest.Door;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Where a door stands still: as if it had died, until it is told to go on. */
final class Stop {

    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final CompletableFuture<Void> goOn = new CompletableFuture<>();

    /** What comes next, once it goes on. */
    <T> Uni<T> before(Uni<T> next) {
        return Uni.createFrom()
                .completionStage(() -> {
                    reached.complete(null);
                    return goOn;
                })
                .chain(() -> next);
    }

    void awaitReached() throws Exception {
        reached.get(Door.SOON.toSeconds(), TimeUnit.SECONDS);
    }

    void goOn() {
        goOn.complete(null);
    }
}

package io.playcaller.router.kafka;

import io.playcaller.router.store.DatabaseRefusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Works on batches so that none is ever given back: a refused batch would lose its good records with its bad. A database
 * that is away is waited for in place. When the data themselves are refused, each half is taken by itself, and so on, until the
 * record at fault stands alone and becomes a letter.
 */
public final class Batches {

    private static final Logger LOG = Logger.getLogger(Batches.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private Batches() {}

    /**
     * Works on items until it is done.
     *
     * @param what for the log
     * @param work all of it, or none
     * @param orElse what becomes of an item that is refused when it is alone
     */
    public static <T> Uni<Void> take(
            String what, List<T> items, Function<List<T>, Uni<Void>> work, Function<Refusal<T>, Uni<Void>> orElse) {
        return persistently(what, items, work)
                .onFailure(DatabaseRefusal::isForGood)
                .recoverWithUni(failure -> items.size() > 1
                        ? byHalves(what, items, work, orElse)
                        : Multi.createFrom()
                                .iterable(items)
                                .onItem()
                                .transformToUniAndConcatenate(item -> orElse.apply(new Refusal<>(item, failure)))
                                .collect()
                                .asList()
                                .replaceWithVoid());
    }

    /** An item that can never be written. */
    public record Refusal<T>(T item, Throwable why) {}

    private static <T> Uni<Void> persistently(String what, List<T> items, Function<List<T>, Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> work.apply(items))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "%s failed", what))
                .onFailure(failure -> !DatabaseRefusal.isForGood(failure))
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }

    /** In order: what a record does may depend on those before it. */
    private static <T> Uni<Void> byHalves(
            String what, List<T> items, Function<List<T>, Uni<Void>> work, Function<Refusal<T>, Uni<Void>> orElse) {
        int half = items.size() / 2;
        return take(what, items.subList(0, half), work, orElse)
                .chain(() -> take(what, items.subList(half, items.size()), work, orElse));
    }
}

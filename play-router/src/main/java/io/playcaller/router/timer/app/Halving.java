package io.playcaller.router.timer.app;

import io.playcaller.router.store.DatabaseRefusal;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Work on a set that is written as one. Where the database will never take it, the half that comes first is tried, and so on, until the
 * one at fault stands alone.
 *
 * @param attempt at a set
 * @param alone what is done about one that cannot be written alone
 */
record Halving<T>(Attempt<T> attempt, Function<Throwable, Uni<T>> alone) {

    /** Takes the first of what waits and writes it, or fails and leaves all as it was. */
    interface Attempt<T> {

        /**
         * Tries.
         *
         * @param atMost how many to take
         * @param taken hears how many were there to be taken
         */
        Uni<T> of(int atMost, IntConsumer taken);
    }

    /** The half of what was taken, and not of what might have been: where few wait, a failure is narrowed down in few attempts. */
    Uni<T> ofAtMost(int atMost) {
        AtomicInteger taken = new AtomicInteger(atMost);
        return attempt.of(atMost, taken::set)
                .onFailure(DatabaseRefusal::isForGood)
                .recoverWithUni(failure -> atMost > 1 ? ofAtMost(Math.max(1, taken.get() / 2)) : alone.apply(failure));
    }
}

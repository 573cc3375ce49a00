package io.playcaller.health.fold.in;

import io.playcaller.health.fold.app.PartitionFold;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What this replica has of a partition that Kafka assigned to it. */
sealed interface Holding {

    /**
     * Paused; to be claimed when the time comes.
     *
     * @param dueNanos on {@link System#nanoTime()}
     * @param attempts that failed so far
     * @param why it is not claimed yet; null when it was just assigned
     */
    record Waiting(long dueNanos, int attempts, @Nullable String why) implements Holding {

        /** Just assigned. */
        static Waiting now() {
            return new Waiting(System.nanoTime(), 0, null);
        }

        static Waiting after(Duration pause, int attempts, RuntimeException why) {
            return new Waiting(System.nanoTime() + pause.toNanos(), attempts, String.valueOf(why.getMessage()));
        }

        boolean due(long nowNanos) {
            return nowNanos - dueNanos >= 0;
        }
    }

    /**
     * Owned under an epoch.
     *
     * @param attempts that failed since the last turn that was stored
     */
    record Folding(PartitionFold fold, int attempts) implements Holding {}
}

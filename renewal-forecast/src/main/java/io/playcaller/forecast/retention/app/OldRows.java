package io.playcaller.forecast.retention.app;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** What ended long ago and nothing reads any more. Each answers how many it removed, at most {@code atMost}; several replicas may. */
public interface OldRows {

    /** Tasks that ended so long ago. What is open stays. */
    Uni<Integer> removeTasks(Duration keep, int atMost);

    /** What tasks took that ended so long ago. */
    Uni<Integer> removeTaskTimes(Duration keep, int atMost);
}

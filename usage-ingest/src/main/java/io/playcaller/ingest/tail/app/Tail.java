package io.playcaller.ingest.tail.app;

import io.playcaller.ingest.tail.TailFilter;
import io.playcaller.ingest.tail.TailLine;
import io.smallrye.mutiny.Multi;

/** What comes in through any replica, as it happens. Costs nothing while nobody listens. */
public interface Tail {

    /**
     * From now on: first a {@link TailLine.Listening}; what comes in after that is told, or counted in a
     * {@link TailLine.Dropped}. Ends when the service does, fails when Kafka cannot be read.
     */
    Multi<TailLine> follow(TailFilter filter);

    /** How many listen here. */
    int listeners();
}

package io.playcaller.ingest.clock.app;

import io.playcaller.ingest.clock.Beat;
import java.util.UUID;
import java.util.function.Consumer;

/** The lease of the log's clock, and what it must say. Blocking; used by one thread. */
public interface ClockTable {

    /** What an attempt to beat came to. */
    enum Attempt {
        /** Another replica holds the clock. */
        NOT_HOLDER,
        /** Time has not passed. */
        NOTHING_TO_SAY,
        SAID
    }

    /**
     * In one transaction that holds the clock's row: takes or renews the lease, carries living sources through a jump of the
     * business clock, lets {@code say} speak, and notes what was said. When {@code say} fails nothing is noted, and the next
     * beat says it again, with the same ids.
     *
     * @param holder this replica
     */
    Attempt beat(UUID holder, Consumer<Beat> say);

    /** Lets another replica take the clock at once. */
    void release(UUID holder);
}

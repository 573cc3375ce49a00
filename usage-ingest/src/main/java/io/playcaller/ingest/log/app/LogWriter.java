package io.playcaller.ingest.log.app;

import io.playcaller.ingest.log.Outgoing;
import io.smallrye.mutiny.Uni;
import java.util.BitSet;
import java.util.List;

/** Writes records with {@code acks=all}. */
public interface LogWriter {

    /**
     * Writes all of them, in parallel, the order within a key kept.
     *
     * @return the indexes of those that are <em>stored</em>; of the others nobody knows, they must be sent again. Never
     *     fails, and ends within the delivery time-out and the block time-out together
     */
    Uni<BitSet> write(List<Outgoing> records);
}

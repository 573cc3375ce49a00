package io.playcaller.ingest.letter.app;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The bounds of the table of letters. */
public interface Keeping {

    /** Deletes letters written before then, and what is remembered of forgotten people for their sake. */
    Uni<Void> deleteOlderThan(Instant oldest);

    /** Deletes the oldest letters of each source that has more; tells how many. */
    Uni<Integer> deleteBeyond(int perSource);

    /** How many wait or were refused again. */
    Uni<Long> waiting();
}

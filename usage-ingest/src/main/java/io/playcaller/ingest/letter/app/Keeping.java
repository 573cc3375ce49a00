package io.playcaller.ingest.letter.app;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/** The bounds of the table of letters. */
public interface Keeping {

    /** How much longer than letters forgotten people are remembered: as long as a letter of theirs may still come. */
    Duration ERASURES_LONGER = Duration.ofDays(2);

    /** Deletes letters written before then, and what is remembered of forgotten people for their sake. */
    Uni<Void> deleteOlderThan(Instant oldest);

    /** Deletes the oldest letters of each source that has more; tells how many. */
    Uni<Integer> deleteBeyond(int perSource);

    /** How many wait or were refused again. */
    Uni<Long> waiting();
}

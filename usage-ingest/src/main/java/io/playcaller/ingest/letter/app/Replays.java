package io.playcaller.ingest.letter.app;

import io.playcaller.ingest.letter.Became;
import io.playcaller.ingest.letter.Correction;
import io.playcaller.outbox.OutboxRecord;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of letters: one replay of a letter, and of an event, at a time. */
public interface Replays {

    /**
     * Who replays, when, and with what.
     *
     * @param eventKey tells the event from all others; null where it cannot be read
     * @param persons hashes of those whom the correction names
     */
    record Start(
            String by,
            Instant at,
            @Nullable Correction correction,
            @Nullable String eventKey,
            Set<String> persons) {}

    /**
     * Begins a replay of an open letter.
     *
     * @return the number of the attempt; empty while another replay of it, or of its event, has not ended and began less
     *     than a minute ago, or when the letter is not open
     */
    Uni<OptionalInt> begin(String letterId, Start start);

    /** Notes what an attempt came to. One that another took over from leaves the letter alone. */
    Uni<Void> end(String letterId, int attempt, Became became);

    /**
     * Begins and ends a replay that writes a record again, and puts the record into the outbox: all or nothing.
     *
     * @return as {@link #begin}
     */
    Uni<OptionalInt> republish(String letterId, Start start, OutboxRecord record);
}

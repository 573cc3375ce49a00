package io.playcaller.ingest.backfill;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import of history.
 *
 * @param startAnnounced whether every partition of the log says that it began
 * @param endedAt null while it is open
 * @param endAnnounced whether every partition of the log says that it ended
 */
public record BackfillRun(
        String runId,
        String source,
        Instant startedAt,
        boolean startAnnounced,
        @Nullable Instant endedAt,
        boolean endAnnounced) {

    public boolean open() {
        return endedAt == null;
    }

    /** Whether the log knows all of it. */
    public boolean announced() {
        return startAnnounced && (open() || endAnnounced);
    }
}

package io.playcaller.ingest.backfill;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import of history.
 *
 * @param startAnnounced whether every partition of the log says that it began
 * @param endedAt when its end was asked for; null while it is open
 * @param factsAhead facts of the register from before that moment which are still in the outbox: the log is told of the end
 *     after them, or what they open would stay muted
 * @param endAnnounced whether every partition of the log says that it ended
 */
public record BackfillRun(
        String runId,
        String source,
        Instant startedAt,
        boolean startAnnounced,
        @Nullable Instant endedAt,
        long factsAhead,
        boolean endAnnounced) {

    public boolean open() {
        return endedAt == null;
    }

    /** Whether the log knows all of it. */
    public boolean announced() {
        return startAnnounced && (open() || endAnnounced);
    }

    /** Whether its end is still to be said, and facts are ahead of it. */
    public boolean endWaits() {
        return !open() && !endAnnounced && factsAhead > 0;
    }

    /** Whether its end is to be said now. */
    public boolean endDue() {
        return !open() && !endAnnounced && factsAhead == 0;
    }

    /** Whether there is something that the log can be told now. */
    public boolean due() {
        return !startAnnounced || endDue();
    }
}

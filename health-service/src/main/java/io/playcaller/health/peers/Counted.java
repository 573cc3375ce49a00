package io.playcaller.health.peers;

import io.playcaller.health.engine.peer.Baseline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How far the counting of peers is.
 *
 * @param now the log's time, in the partition that is furthest behind
 * @param on the UTC day on which they were counted last; null before
 * @param told what the log was told last
 */
public record Counted(Instant now, @Nullable LocalDate on, Baseline told) {

    /** Scores are seldom moved by what others do: a week is short enough for peers, and long enough for accounts that sleep. */
    static final int EVERY_DAYS = 7;

    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    public boolean due() {
        return on == null || !today().isBefore(on.plusDays(EVERY_DAYS));
    }
}

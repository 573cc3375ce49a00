package io.playcaller.router.signal.app;

import io.playcaller.router.signal.KnownSignal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What came of somebody's word on signals that wait.
 *
 * @param became lines of the ledger as they stand now
 * @param unreadable episodes whose account has a task that cannot be read: nobody knows what they would do to it, so they wait on
 */
public record Answered(List<KnownSignal> became, List<UUID> unreadable) {

    /** How an episode that waits on is called. */
    public static final String UNREADABLE = "unreadable";

    static final Answered NOTHING = new Answered(List.of(), List.of());

    /** The same of lines that are known; what cannot be read waits on, and is no line. */
    Answered asKnown(List<KnownSignal> lines) {
        return new Answered(
                lines.stream()
                        .filter(known -> !unreadable.contains(known.episodeId()))
                        .toList(),
                unreadable);
    }

    Answered and(Answered more) {
        return new Answered(
                Stream.concat(became.stream(), more.became.stream()).toList(),
                Stream.concat(unreadable.stream(), more.unreadable.stream()).toList());
    }
}

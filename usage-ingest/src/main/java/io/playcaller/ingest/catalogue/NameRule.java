package io.playcaller.ingest.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people said of a name, whichever source sends it.
 *
 * @param meaningful whether it is use, whatever its sender says; null leaves that to the sender
 * @param countsAs another name under which it counts; null for its own
 */
public record NameRule(
        String name, @Nullable Boolean meaningful, @Nullable Alias countsAs) {

    /**
     * An old name of an event.
     *
     * @param name the new one
     * @param from events that happened before it keep the old one
     */
    public record Alias(String name, Instant from) {}

    /** Whether nothing is said. */
    public boolean isNone() {
        return meaningful == null && countsAs == null;
    }
}

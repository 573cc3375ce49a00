package io.playcaller.ingest.source;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a write key belongs to, and what it may do.
 *
 * @param eventsPerSecond how much the source may send; null for what every source may
 */
public record KeyHolder(
        String source, Set<Scope> scopes, @Nullable Integer eventsPerSecond) {

    public KeyHolder {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}

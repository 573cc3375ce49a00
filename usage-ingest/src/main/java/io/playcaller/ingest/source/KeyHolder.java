package io.playcaller.ingest.source;

import java.util.Set;

/** Whom a write key belongs to, and what it may do. */
public record KeyHolder(String source, Set<Scope> scopes) {

    public KeyHolder {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}

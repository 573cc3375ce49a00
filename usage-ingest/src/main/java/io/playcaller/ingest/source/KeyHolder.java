package io.playcaller.ingest.source;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a write key belongs to, and what it may do.
 *
 * @param eventsPerSecond how much the source may send; null for what every source may
 */
public record KeyHolder(
        String source,
        Environment environment,
        Set<Scope> scopes,
        @Nullable Integer eventsPerSecond) {

    private static final String TEST = "test:";

    public KeyHolder {
        scopes = Set.copyOf(scopes);
    }

    /** Of the live environment. */
    public KeyHolder(String source, Set<Scope> scopes, @Nullable Integer eventsPerSecond) {
        this(source, Environment.LIVE, scopes, eventsPerSecond);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    public boolean test() {
        return environment == Environment.TEST;
    }

    /** The same with nothing but a rehearsal in mind, whatever the key is for. */
    public KeyHolder rehearsing() {
        return new KeyHolder(source, Environment.TEST, scopes, eventsPerSecond);
    }

    /** The name under which its events are limited: test traffic does not use up what live traffic may send. */
    public String countedAs() {
        return test() ? TEST + source : source;
    }
}

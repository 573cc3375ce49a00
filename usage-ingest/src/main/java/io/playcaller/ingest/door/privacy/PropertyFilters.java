package io.playcaller.ingest.door.privacy;

import java.util.Map;
import java.util.Set;

/**
 * The rules of all sources.
 *
 * @param bySource of those that have rules of their own, those of every source among them
 * @param otherwise of all others
 */
public record PropertyFilters(Map<String, PropertyFilter> bySource, PropertyFilter otherwise) {

    /** They name nobody but by our own ids, and must arrive as they were sent. */
    private static final String OWN_SERVICES = "playcaller/";

    public PropertyFilters {
        bySource = Map.copyOf(bySource);
    }

    /** The sources that have rules of their own. */
    public Set<String> named() {
        return bySource.keySet();
    }

    public PropertyFilter of(String source) {
        return source.startsWith(OWN_SERVICES) ? PropertyFilter.NONE : bySource.getOrDefault(source, otherwise);
    }
}

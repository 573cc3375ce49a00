package io.playcaller.ingest.door.webhook.file;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the file must fit.
 *
 * @param settings a setting or environment variable by its name, for secrets
 * @param otherSources names of sources that somebody else speaks for
 * @param eventBytes what one event in a shape of ours may have
 * @param bodyBytes what any request may have
 */
public record Surroundings(
        Function<String, Optional<String>> settings, Set<String> otherSources, int eventBytes, int bodyBytes) {

    public Surroundings {
        otherSources = Set.copyOf(otherSources);
    }
}

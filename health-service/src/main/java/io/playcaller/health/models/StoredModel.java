package io.playcaller.health.models;

import java.time.Instant;
import java.util.Map;

/**
 * A model that was written down; it never changes.
 *
 * @param hash of its content
 * @param version the name that people use, as its scorecards say
 * @param files contents by name, all of them
 * @param author who first brought it: a staff id, or {@code files} for what a replica started with
 * @param reason why
 */
public record StoredModel(
        String hash, String version, Map<String, String> files, String author, String reason, Instant createdAt) {

    public StoredModel {
        files = Map.copyOf(files);
    }
}

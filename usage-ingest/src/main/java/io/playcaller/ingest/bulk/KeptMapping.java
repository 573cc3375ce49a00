package io.playcaller.ingest.bulk;

import java.time.Instant;

/**
 * A mapping that uploads may name.
 *
 * @param content YAML, as it came
 * @param changedBy the source of a key, or who had a token
 */
public record KeptMapping(String name, String content, Instant changedAt, String changedBy) {}

package io.playcaller.ingest.register;

import java.util.OptionalLong;

/**
 * A record that somebody wants to be stored.
 *
 * @param entry with any version
 * @param seen the version that the writer has seen, if it says so
 */
public record Proposed(Entry entry, OptionalLong seen) {}

package io.playcaller.contracts.fact;

import java.time.Instant;
import java.util.List;

/**
 * A quiet source delivers again; broadcast.
 */
public record SourceBack(String source, List<Feed> feeds, Instant quietSince) {}

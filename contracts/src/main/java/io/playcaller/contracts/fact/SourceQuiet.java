package io.playcaller.contracts.fact;

import java.time.Instant;
import java.util.List;

/**
 * A source stopped delivering against its own pattern. Freezes what it feeds; broadcast.
 *
 * @param since the last time it delivered
 */
public record SourceQuiet(String source, List<Feed> feeds, Instant since) {}

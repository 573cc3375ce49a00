package io.playcaller.ingest.source.health;

import io.playcaller.ingest.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * A source and how it is.
 *
 * @param announced what the log was told last; null while it believes that the source is well
 */
public record JudgedSource(Source source, @Nullable Announced announced, Verdict verdict) {}

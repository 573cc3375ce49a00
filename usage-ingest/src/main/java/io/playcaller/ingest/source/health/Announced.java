package io.playcaller.ingest.source.health;

import io.playcaller.contracts.fact.QuietCause;
import java.time.Instant;

/** What the log was told last of a source that is not well. */
public record Announced(QuietCause cause, Instant since) {}

package io.playcaller.health.fold;

import io.playcaller.health.engine.log.LogState;

/**
 * A fact that waits for its account to leave quarantine.
 *
 * @param entry no {@link LogEntry.Fact} when this version can no longer read it
 * @param log what the log had said when the fact came
 */
public record ParkedFact(LogEntry entry, LogState log) {}

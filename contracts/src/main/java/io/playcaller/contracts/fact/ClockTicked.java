package io.playcaller.contracts.fact;

import java.time.Instant;
import java.util.List;

/**
 * The log's clock: broadcast to every partition every 10 s by the door. Time passes for a score when its owner folds a tick,
 * and not before, so that a backlog is folded before time passes and a door that is down stops time.
 *
 * @param at the log's time; never lower than the tick before it
 * @param sources every known source and how far it is alive
 */
public record ClockTicked(Instant at, List<SourceAlive> sources) {}

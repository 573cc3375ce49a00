package io.playcaller.contracts.fact;

import java.time.Instant;
import java.util.List;

/**
 * How far a source has proved itself alive: an absence before {@code aliveThrough} is real, after it is silence.
 *
 * @param feeds what it delivers
 */
public record SourceAlive(String source, List<Feed> feeds, Instant aliveThrough) {}

package io.playcaller.router.task;

import io.playcaller.contracts.work.PlayOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a task ended, and its play with it.
 *
 * @param closing the answer of the person who completed it; null when nobody did
 */
public record Ending(
        Instant at, PlayOutcome outcome, @Nullable Closing closing) {}

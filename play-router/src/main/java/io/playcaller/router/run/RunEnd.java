package io.playcaller.router.run;

import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.task.Closing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param closing the last answer of somebody who completed a task of it; null when nobody did
 * @param because for people
 */
public record RunEnd(
        Instant at, PlayOutcome outcome, @Nullable Closing closing, String because) {}

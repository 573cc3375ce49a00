package io.playcaller.forecast.memory;

import io.playcaller.forecast.engine.memory.Due;
import io.playcaller.forecast.engine.memory.RenewalOutcome;

/**
 * What became of a renewal, as known on a day.
 *
 * @param closed the reactivation gap is over: what comes later is a restatement
 */
public record Outcome(String accountId, Due due, RenewalOutcome outcome, boolean closed) {}

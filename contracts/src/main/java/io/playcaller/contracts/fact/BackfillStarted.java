package io.playcaller.contracts.fact;

/**
 * An import of history begins; broadcast. Its facts are baseline.
 *
 * @param runId names the run; the {@code BackfillEnded} of the same run closes it
 */
public record BackfillStarted(String runId, String source) {}

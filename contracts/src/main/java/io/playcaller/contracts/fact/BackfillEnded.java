package io.playcaller.contracts.fact;

/**
 * An import of history ended; broadcast. What is bad now becomes triage, once.
 */
public record BackfillEnded(String runId, String source) {}

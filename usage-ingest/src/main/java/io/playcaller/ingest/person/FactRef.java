package io.playcaller.ingest.person;

/**
 * A fact with which somebody may have written something.
 *
 * @param source what the log calls it
 * @param factId unique within the source
 * @param accountId whose it is
 */
public record FactRef(String source, String factId, String accountId) {}

package io.playcaller.ingest.rights;

/**
 * How much an erasure took, in the one transaction over the tables.
 *
 * @param persons rows of the person store: more than one after an alias
 * @param edges to accounts of which they are or were
 * @param letters dead letters that were emptied
 */
public record Erased(long persons, long ids, long edges, long texts, long held, long letters) {}

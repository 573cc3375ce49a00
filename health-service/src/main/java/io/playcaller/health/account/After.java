package io.playcaller.health.account;

/**
 * Where a page ended: the value by which the list is ordered, and the id that breaks ties.
 *
 * @param value a number: a score, minor units, a revision, or microseconds since 1970
 */
public record After(long value, String id) {}

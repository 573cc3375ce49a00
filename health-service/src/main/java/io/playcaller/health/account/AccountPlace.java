package io.playcaller.health.account;

/**
 * Where a page of accounts ended: with a score the value by which the list is ordered, and the id that breaks ties.
 *
 * @param scored false where those without a score have begun, which come last
 * @param value milli-points, or minor units; 0 without a score
 */
public record AccountPlace(boolean scored, long value, String id) {}

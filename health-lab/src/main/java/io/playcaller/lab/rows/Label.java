package io.playcaller.lab.rows;

import java.time.Instant;

/**
 * How it ended for an account that was looked at once.
 *
 * @param unit names it; an account has one a look
 * @param asOf as the file writes it
 * @param at what happened before it is known: of a date without a time the end of that day, UTC
 * @param bad whether the end was bad
 */
public record Label(String unit, String account, String asOf, Instant at, boolean bad) {}

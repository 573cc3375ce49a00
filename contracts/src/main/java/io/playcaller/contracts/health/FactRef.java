package io.playcaller.contracts.health;

import java.time.Instant;

/**
 * A fact of {@code customer-events}, by its identity.
 *
 * @param at when it happened
 */
public record FactRef(String source, String id, Instant at) {}

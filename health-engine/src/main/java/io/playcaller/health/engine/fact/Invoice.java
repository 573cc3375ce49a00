package io.playcaller.health.engine.fact;

/**
 * An invoice by its days.
 *
 * @param paidDay {@link Long#MAX_VALUE} while it is not paid
 */
public record Invoice(long issuedDay, long dueDay, long paidDay) {}

package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.TicketSeverity;

/** @param solvedAt milliseconds; {@link Long#MAX_VALUE} while it is open */
public record Ticket(TicketSeverity severity, long openedAt, long solvedAt) {}

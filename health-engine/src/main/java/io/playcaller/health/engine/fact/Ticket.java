package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.TicketSeverity;

/**
 * A ticket; times in milliseconds.
 *
 * @param solvedAt {@link Long#MAX_VALUE} while it is open
 * @param firstAnsweredAt {@link Long#MAX_VALUE} until somebody answered
 * @param reopenedAt when this version said that it was opened again; {@link Long#MAX_VALUE} where it did not
 * @param theme empty where the tool names none
 */
public record Ticket(
        TicketSeverity severity, long openedAt, long solvedAt, long firstAnsweredAt, long reopenedAt, String theme) {

    /**
     * Whether a ticket was open when everything up to {@code seen} had happened. That it was solved may have been told
     * later. Of one that was opened again, and of which nothing older is known, it is known only that it was solved before.
     */
    public static boolean open(History<Ticket> history, long seen) {
        Version<Ticket> told = history.at(seen);
        if (told.value().openedAt() > seen
                || told.value().happened(seen)
                || told.value().openedAgainAfter(seen)) {
            return false;
        }
        for (Version<Ticket> version : history.versions()) {
            boolean later = version.compareTo(told) > 0 && version.value().solvedAt() > told.at();
            if (later && version.value().happened(seen)) {
                return false;
            }
        }
        return true;
    }

    Ticket solvedAt(long at) {
        return new Ticket(severity, openedAt, at, firstAnsweredAt, reopenedAt, theme);
    }

    private boolean openedAgainAfter(long seen) {
        return reopenedAt != Long.MAX_VALUE && reopenedAt > seen;
    }

    private boolean happened(long seen) {
        return solvedAt != Long.MAX_VALUE && solvedAt <= seen;
    }
}

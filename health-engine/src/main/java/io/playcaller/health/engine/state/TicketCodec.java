package io.playcaller.health.engine.state;

import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.health.engine.fact.Ticket;

/** Tickets as bytes, one after the other: each writes how long after the one before it was opened. One for each row of them. */
final class TicketCodec {

    private long openedBefore;

    void write(ByteWriter out, Ticket ticket) {
        Code.TICKET_SEVERITY.write(out, ticket.severity());
        out.signed(ticket.openedAt() - openedBefore);
        out.signed(ticket.solvedAt());
        out.signed(ticket.firstAnsweredAt());
        out.signed(ticket.reopenedAt());
        out.text(ticket.theme());
        openedBefore = ticket.openedAt();
    }

    /** States of before write the time whole, and the oldest know less of tickets. */
    Ticket read(ByteReader in) {
        TicketSeverity severity = Code.TICKET_SEVERITY.read(in);
        long openedAt = openedBefore + in.signed();
        long solvedAt = in.signed();
        openedBefore = in.version() < StateCodec.WITH_DISTANCES ? 0 : openedAt;
        return in.version() < StateCodec.WITH_OBJECTIVES
                ? new Ticket(severity, openedAt, solvedAt, Long.MAX_VALUE, Long.MAX_VALUE, "")
                : new Ticket(severity, openedAt, solvedAt, in.signed(), in.signed(), in.text());
    }
}

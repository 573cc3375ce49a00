package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.TicketChanged;
import io.playcaller.contracts.fact.TicketStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tickets: the newest by event time stands, and nothing has happened later than it was told. Which of many are looked at says
 * {@link TicketSample}.
 */
final class TicketFold {

    /** Longer ids and themes are shortened. */
    private static final int ID = 40;

    private static final int THEME = 32;

    private TicketFold() {}

    static Folded changed(Facts facts, Arrival arrival, TicketChanged told) {
        String id = Fingerprint.bounded(told.ticketId(), ID);
        Ticket ticket = ticket(arrival, told);
        Keyed<Ticket> before = facts.engagement().tickets();
        TicketSample.Kept kept = facts.ticketSample().told(before, id, arrival.version(ticket));
        Keyed<Ticket> after = kept.tickets();
        Engagement engagement = facts.engagement().tickets(after);
        boolean again = told.status() == TicketStatus.REOPENED;
        Facts next = facts.engagement(
                        again ? engagement.reopening(new Reopening(arrival.at(), arrival.tie(), id)) : engagement)
                .ticketSample(kept.sample())
                .corrections(facts.corrections().ticket(ticket.openedAt(), arrival.tie()));
        return new Folded(
                next, Math.min(first(facts, arrival, ticket), from(before, after, id, arrival, ticket)), true);
    }

    private static Ticket ticket(Arrival arrival, TicketChanged told) {
        return new Ticket(
                told.severity(),
                Math.min(told.openedAt().toEpochMilli(), arrival.at()),
                told.status() == TicketStatus.SOLVED ? happened(told.solvedAt(), arrival) : Long.MAX_VALUE,
                told.firstAnsweredAt() == null ? Long.MAX_VALUE : happened(told.firstAnsweredAt(), arrival),
                told.status() == TicketStatus.REOPENED ? arrival.at() : Long.MAX_VALUE,
                told.theme() == null ? "" : Fingerprint.bounded(told.theme(), THEME));
    }

    /** Without a time: when it was told. */
    private static long happened(@Nullable Instant instant, Arrival arrival) {
        return instant == null ? arrival.at() : Math.min(instant.toEpochMilli(), arrival.at());
    }

    /** From its first ticket on it is known of an account that it has some. */
    private static long first(Facts facts, Arrival arrival, Ticket ticket) {
        boolean first =
                ticket.openedAt() < facts.totals().standing(facts.corrections()).firstTicketAt();
        return first ? ticket.openedAt() : arrival.at();
    }

    /** Where other tickets are looked at otherwise, the past is judged anew; one that is not looked at changes nothing. */
    private static long from(Keyed<Ticket> before, Keyed<Ticket> after, String id, Arrival arrival, Ticket ticket) {
        History<Ticket> history = after.byId().get(id);
        if (history == null) {
            return before.byId().containsKey(id) || othersMoved(before, after, id) ? Long.MIN_VALUE : arrival.at();
        }
        if (othersMoved(before, after, id)) {
            return Long.MIN_VALUE;
        }
        if (history.versions().size() == 1) {
            return ticket.openedAt();
        }
        return RegisterFold.becameOldest(after, id, arrival)
                ? Long.MIN_VALUE
                : Math.min(arrival.at(), ticket.solvedAt());
    }

    /** Whether more than one ticket is told of differently: another is severe at most. */
    private static boolean othersMoved(Keyed<Ticket> before, Keyed<Ticket> after, String id) {
        for (Map.Entry<String, History<Ticket>> other : before.byId().entrySet()) {
            if (!other.getKey().equals(id)
                    && !other.getValue().equals(after.byId().get(other.getKey()))) {
                return true;
            }
        }
        return false;
    }
}

package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Ticket;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.TicketAges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Open tickets by age and severity. */
public final class Support {

    private Support() {}

    static long oldTickets(Context context) {
        View view = context.view();
        long firstTicketAt = view.facts().totals().firstTicketAt();
        if (firstTicketAt == UsageFacts.NONE || firstTicketAt > view.seen()) {
            return Reading.MISSING;
        }
        long today = view.day(Feed.SUPPORT);
        int oldDays = context.model().scoring().tickets().oldDays();
        long old = 0;
        for (Map.Entry<String, History<Ticket>> ticket :
                view.facts().engagement().tickets().byId().entrySet()) {
            boolean open = Ticket.open(ticket.getValue(), view.seen());
            old += open && today - Days.of(openSince(ticket, view)) > oldDays ? 1 : 0;
        }
        return old * 1000;
    }

    /** Whether a severity-1 ticket is open for so long that it holds the score. */
    public static boolean floor(View view, TicketAges ages) {
        for (Map.Entry<String, History<Ticket>> ticket :
                view.facts().engagement().tickets().byId().entrySet()) {
            if (ticket.getValue().at(view.seen()).value().severity() == TicketSeverity.SEV1
                    && Ticket.open(ticket.getValue(), view.seen())
                    && age(ticket, view) >= ages.floorAfter().toMillis()) {
                return true;
            }
        }
        return false;
    }

    /** Since when the oldest open severity-1 ticket is open; {@link Long#MAX_VALUE} where none is. */
    public static long severeSince(View view) {
        long since = Long.MAX_VALUE;
        for (Map.Entry<String, History<Ticket>> ticket :
                view.facts().engagement().tickets().byId().entrySet()) {
            if (ticket.getValue().at(view.seen()).value().severity() == TicketSeverity.SEV1
                    && Ticket.open(ticket.getValue(), view.seen())) {
                since = Math.min(since, openSince(ticket, view));
            }
        }
        return since;
    }

    /** Ids of the open severe tickets that are a signal by their age. */
    public static List<String> severe(View view, TicketAges ages) {
        List<String> severe = new ArrayList<>();
        for (Map.Entry<String, History<Ticket>> entry :
                view.facts().engagement().tickets().byId().entrySet()) {
            Ticket ticket = entry.getValue().at(view.seen()).value();
            if (Ticket.open(entry.getValue(), view.seen()) && age(entry, view) >= signalAge(ticket, ages)) {
                severe.add(entry.getKey());
            }
        }
        return severe;
    }

    private static long signalAge(Ticket ticket, TicketAges ages) {
        return switch (ticket.severity()) {
            case SEV1 -> ages.sev1Signal().toMillis();
            case SEV2 -> ages.sev2Signal().toMillis();
            default -> Long.MAX_VALUE;
        };
    }

    /** A ticket that was opened again is as old as that. */
    private static long age(Map.Entry<String, History<Ticket>> ticket, View view) {
        return view.time(Feed.SUPPORT) - openSince(ticket, view);
    }

    private static long openSince(Map.Entry<String, History<Ticket>> ticket, View view) {
        Ticket told = ticket.getValue().at(view.seen()).value();
        return view.facts().engagement().openSince(ticket.getKey(), told, view.seen());
    }

    static String sentence(Context context, long value) {
        if (value == Reading.MISSING) {
            return "No ticket yet";
        }
        int days = context.model().scoring().tickets().oldDays();
        boolean partial = context.view().facts().ticketSample().partialSince(Long.MIN_VALUE);
        String none = partial ? "None of the tickets that are told apart" : "No ticket";
        String some = (partial ? "At least " : "") + Words.count(value / 1000, "ticket");
        return (value == 0 ? none : some) + " open for more than " + Words.count(days, "day");
    }
}

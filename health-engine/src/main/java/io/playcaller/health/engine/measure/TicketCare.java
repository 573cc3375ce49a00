package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Reopening;
import io.playcaller.health.engine.fact.Ticket;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.MeasureKind;
import java.util.Collection;
import java.util.List;

/** How tickets are taken care of lately. */
public final class TicketCare {

    private static final int NEWS_DAYS = 30;
    private static final long HOUR = 3_600_000;

    private TicketCare() {}

    static long firstAnswer(Context context) {
        View view = context.view();
        int days = context.days(MeasureKind.FIRST_ANSWER);
        long sum = 0;
        long answered = 0;
        for (History<Ticket> history : tickets(view)) {
            Ticket ticket = history.at(view.seen()).value();
            boolean counts = lately(ticket.openedAt(), view, days) && ticket.firstAnsweredAt() <= view.seen();
            if (counts && ticket.firstAnsweredAt() != Long.MAX_VALUE) {
                sum += Math.max(0, ticket.firstAnsweredAt() - ticket.openedAt());
                answered++;
            }
        }
        return answered == 0 ? Reading.MISSING : sum / answered * 1000 / HOUR;
    }

    static long reopened(Context context) {
        if (none(context.view())) {
            return Reading.MISSING;
        }
        return reopenedTickets(context.view(), context.days(MeasureKind.TICKETS_REOPENED))
                        .size()
                * 1000L;
    }

    /** The ids of the tickets that were opened again in 30 days, in their order. */
    public static List<String> reopenedTickets(View view) {
        return reopenedTickets(view, NEWS_DAYS);
    }

    private static List<String> reopenedTickets(View view, int days) {
        return view.facts().engagement().reopenings().list().stream()
                .filter(reopening -> lately(reopening.at(), view, days))
                .map(Reopening::ticket)
                .distinct()
                .sorted()
                .toList();
    }

    static long severe(View view) {
        if (none(view)) {
            return Reading.MISSING;
        }
        long severe = 0;
        for (History<Ticket> history : tickets(view)) {
            TicketSeverity severity = history.at(view.seen()).value().severity();
            boolean counts = severity == TicketSeverity.SEV1 || severity == TicketSeverity.SEV2;
            severe += counts && Ticket.open(history, view.seen()) ? 1 : 0;
        }
        return severe * 1000;
    }

    private static boolean lately(long at, View view, int days) {
        return at <= view.seen() && view.day(Feed.SUPPORT) - Days.of(at) < days;
    }

    private static boolean none(View view) {
        long first = view.facts().totals().firstTicketAt();
        return first == UsageFacts.NONE || first > view.seen();
    }

    private static Collection<History<Ticket>> tickets(View view) {
        return view.facts().engagement().tickets().byId().values();
    }

    static String sentence(MeasureKind kind, Context context, long value) {
        if (kind == MeasureKind.FIRST_ANSWER) {
            String days = Words.count(context.days(kind), "day");
            long since = context.view().day(Feed.SUPPORT) - context.days(kind);
            return value == Reading.MISSING
                    ? "No ticket of " + days + " is answered"
                    : "Tickets of " + days + " were first answered after " + (partial(context, since) ? "about " : "")
                            + Words.decimal(value) + " hours on average";
        }
        if (value == Reading.MISSING) {
            return "No ticket yet";
        }
        String tickets = Words.count(value / 1000, "ticket");
        return kind == MeasureKind.TICKETS_REOPENED
                ? tickets + " reopened in " + Words.count(context.days(kind), "day")
                : (partial(context, Long.MIN_VALUE) ? "About " : "") + Words.count(value / 1000, "severe ticket")
                        + " open";
    }

    private static boolean partial(Context context, long since) {
        return context.view().facts().ticketSample().partialSince(since);
    }
}

package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Ticket;
import io.playcaller.health.engine.fact.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tickets are about, as the support tool classifies them. */
public final class Themes {

    private static final int DAYS = 30;

    private Themes() {}

    /** Tickets of the theme that most tickets of 30 days are about. */
    public static long most(View view) {
        return counts(view).values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The themes of at least {@code many} tickets of 30 days. */
    public static List<String> recurring(View view, long many) {
        List<String> themes = new ArrayList<>();
        counts(view).forEach((theme, count) -> {
            if (count >= many) {
                themes.add(theme);
            }
        });
        return themes;
    }

    public static String sentence(View view) {
        Map<String, Long> counts = counts(view);
        long most = most(view);
        String themes = String.join(", ", recurring(view, Math.max(1, most)));
        boolean partial = view.facts().ticketSample().partialSince(view.day(Feed.SUPPORT) - DAYS);
        return counts.isEmpty()
                ? "No ticket of the last 30 days has a theme"
                : (partial ? "At least " : "") + Words.count(most, "ticket") + " in 30 days about " + themes;
    }

    private static Map<String, Long> counts(View view) {
        long today = view.day(Feed.SUPPORT);
        Map<String, Long> counts = new TreeMap<>();
        for (History<Ticket> history :
                view.facts().engagement().tickets().byId().values()) {
            Ticket ticket = history.at(view.seen()).value();
            boolean lately = ticket.openedAt() <= view.seen() && today - Days.of(ticket.openedAt()) < DAYS;
            if (lately && !ticket.theme().isEmpty()) {
                counts.merge(ticket.theme(), 1L, Long::sum);
            }
        }
        return counts;
    }
}

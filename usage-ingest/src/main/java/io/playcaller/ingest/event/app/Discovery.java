package io.playcaller.ingest.event.app;

import io.playcaller.ingest.catalogue.EventCount;
import io.playcaller.ingest.catalogue.app.EventCounts;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Foreseen;
import io.playcaller.ingest.event.Outcome;
import io.playcaller.ingest.event.Resolved;
import io.playcaller.ingest.event.Statement.Usage;
import io.playcaller.ingest.refusal.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Tells the catalogue what was taken: what is stored now, and what waits for its account. A duplicate was told before. */
@ApplicationScoped
class Discovery {

    private final EventCounts counts;

    Discovery(EventCounts counts) {
        this.counts = counts;
    }

    void taken(Delivery delivery, Foreseen became) {
        LocalDate day = delivery.receivedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        Map<EventCount.Key, EventCount> taken = new HashMap<>();
        for (int i = 0; i < became.resolved().size(); i++) {
            Outcome outcome = became.receipt().outcomes().get(i);
            if (outcome instanceof Outcome.Accepted || outcome instanceof Outcome.Held) {
                became.resolved().get(i).ifPresent(event -> note(delivery, day, event, taken));
            }
        }
        taken.values().forEach(counts::taken);
    }

    private static void note(Delivery delivery, LocalDate day, Resolved event, Map<EventCount.Key, EventCount> taken) {
        if (event.draft().statement() instanceof Usage usage
                && event.item().draft() instanceof Step.Kept<Draft> sent
                && sent.value().statement() instanceof Usage asSent) {
            EventCount.Key key = new EventCount.Key(delivery.source(), asSent.event(), day);
            long meaningful = usage.meaningful() ? 1 : 0;
            long excluded = usage.excluded() == null ? 0 : 1;
            EventCount one = new EventCount(key, 1, meaningful, excluded, delivery.receivedAt(), delivery.receivedAt());
            taken.merge(key, one, EventCount::plus);
        }
    }
}

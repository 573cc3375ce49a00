package io.playcaller.forecast.writeback.app;

import io.playcaller.forecast.meeting.app.Decisions;
import io.playcaller.forecast.writeback.CrmDecision;
import io.playcaller.forecast.writeback.CrmFact;
import io.playcaller.forecast.writeback.Place;
import io.playcaller.forecast.writeback.app.ChangedForecasts.Changed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Hands out what changed since a place. */
@ApplicationScoped
public class WriteBack {

    private final ChangedForecasts forecasts;
    private final Decisions decisions;

    WriteBack(ChangedForecasts forecasts, Decisions decisions) {
        this.forecasts = forecasts;
        this.decisions = decisions;
    }

    /** @param next where to go on, now or later */
    public record Facts<T extends Record>(List<T> facts, Place next) {}

    /** At most {@code limit} forecasts after a place. */
    public Uni<Facts<CrmFact>> forecasts(Place place, int limit) {
        return forecasts.after(place, limit).map(slice -> {
            List<CrmFact> facts = slice.changed().stream()
                    .map(changed -> CrmFact.of(changed.rev(), changed.forecast(), changed.finalCall()))
                    .toList();
            List<Place> places = slice.changed().stream().map(Changed::place).toList();
            return new Facts<>(facts, next(place, places, slice.now(), limit));
        });
    }

    /** At most {@code limit} decisions of meetings after a place. */
    public Uni<Facts<CrmDecision>> decisions(Place place, int limit) {
        return decisions.changedAfter(place.at(), place.id(), limit).map(slice -> {
            List<CrmDecision> facts =
                    slice.decisions().stream().map(CrmDecision::of).toList();
            List<Place> places = facts.stream().map(CrmDecision::place).toList();
            return new Facts<>(facts, next(place, places, slice.now(), limit));
        });
    }

    private static Place next(Place asked, List<Place> found, Instant now, int limit) {
        Place last = found.isEmpty() ? asked : found.get(found.size() - 1);
        return asked.next(last, found.size() == limit, now);
    }
}

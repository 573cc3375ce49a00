package io.playcaller.forecast.writeback.app;

import io.playcaller.forecast.meeting.app.Decisions;
import io.playcaller.forecast.memory.app.Judgements;
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
    private final Judgements judgements;

    WriteBack(ChangedForecasts forecasts, Decisions decisions, Judgements judgements) {
        this.forecasts = forecasts;
        this.decisions = decisions;
        this.judgements = judgements;
    }

    /** @param next where to go on, now or later */
    public record Facts<T extends Record>(List<T> facts, Place next) {}

    /** At most {@code limit} forecasts after a place. */
    public Uni<Facts<CrmFact>> forecasts(Place place, int limit) {
        return forecasts
                .after(place, limit)
                .chain(slice -> judgements
                        .of(slice.changed().stream()
                                .map(changed -> changed.forecast().contractId())
                                .toList())
                        .map(said -> new Facts<>(
                                slice.changed().stream()
                                        .map(changed -> CrmFact.of(
                                                changed.rev(),
                                                changed.forecast(),
                                                said.getOrDefault(
                                                        changed.forecast().contractId(), List.of()),
                                                slice.now()))
                                        .toList(),
                                next(
                                        place,
                                        slice.changed().stream()
                                                .map(Changed::place)
                                                .toList(),
                                        slice.now(),
                                        limit))));
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
        return last.next(found.size() == limit, now);
    }
}

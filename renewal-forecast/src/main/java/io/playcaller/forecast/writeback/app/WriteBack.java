package io.playcaller.forecast.writeback.app;

import io.playcaller.forecast.memory.app.Judgements;
import io.playcaller.forecast.writeback.CrmFact;
import io.playcaller.forecast.writeback.app.ChangedForecasts.Changed;
import io.playcaller.forecast.writeback.app.ChangedForecasts.Place;
import io.playcaller.forecast.writeback.app.ChangedForecasts.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Hands out what changed since a place. A transaction may commit after a later one: at the end of what there is the place
 * that is handed back lies two minutes back, so that nothing is missed and some facts come twice.
 */
@ApplicationScoped
public class WriteBack {

    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final ChangedForecasts forecasts;
    private final Judgements judgements;

    WriteBack(ChangedForecasts forecasts, Judgements judgements) {
        this.forecasts = forecasts;
        this.judgements = judgements;
    }

    /** @param next where to go on, now or later */
    public record Facts(List<CrmFact> facts, Place next) {}

    /** At most {@code limit} facts after a place. */
    public Uni<Facts> after(Place place, int limit) {
        return forecasts
                .after(place, limit)
                .chain(slice -> judgements
                        .of(slice.changed().stream()
                                .map(changed -> changed.forecast().contractId())
                                .toList())
                        .map(said -> new Facts(
                                slice.changed().stream()
                                        .map(changed -> CrmFact.of(
                                                changed.rev(),
                                                changed.forecast(),
                                                said.getOrDefault(
                                                        changed.forecast().contractId(), List.of()),
                                                slice.now()))
                                        .toList(),
                                next(place, slice, limit))));
    }

    private static Place next(Place asked, Slice slice, int limit) {
        List<Changed> changed = slice.changed();
        Place last = changed.isEmpty() ? asked : changed.get(changed.size() - 1).place();
        Instant settled = slice.now().minus(OVERLAP);
        return changed.size() == limit || last.asOf().isBefore(settled) ? last : new Place(settled, "");
    }
}

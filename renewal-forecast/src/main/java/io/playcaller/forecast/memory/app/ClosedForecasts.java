package io.playcaller.forecast.memory.app;

import io.playcaller.forecast.memory.Remembered;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** Forecasts of the past whose renewals are closed. */
public interface ClosedForecasts {

    /**
     * Of renewals due from a day on and before another: what was forecast at each horizon, after a place in the order of
     * contract, renewal and horizon.
     */
    Uni<List<Remembered>> of(LocalDate from, LocalDate until, int[] horizons, Place after, int limit);

    /** Where a slice ended. */
    record Place(String contractId, LocalDate renewalOn, int horizon) {}
}

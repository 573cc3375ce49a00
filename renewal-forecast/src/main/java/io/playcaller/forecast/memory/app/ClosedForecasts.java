package io.playcaller.forecast.memory.app;

import io.playcaller.forecast.engine.contract.ShortTerms;
import io.playcaller.forecast.memory.Remembered;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** Forecasts of the past whose renewals are closed. */
public interface ClosedForecasts {

    /**
     * Of renewals due from a day on and before another: what was forecast of each at each horizon, after a place in the order of
     * contract, renewal and horizon. Nothing was forecast of one at a horizon at which it had been renewed.
     */
    Uni<List<Remembered>> of(
            LocalDate from, LocalDate until, int[] horizons, ShortTerms shortTerms, Place after, int limit);

    /** Where a slice ended. */
    record Place(String contractId, LocalDate renewalOn, int horizon) {}
}

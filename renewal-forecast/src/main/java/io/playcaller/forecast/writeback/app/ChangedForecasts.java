package io.playcaller.forecast.writeback.app;

import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.process.RenewalLine.CallLine;
import io.playcaller.forecast.writeback.Place;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forecasts of open contracts in the order in which they were made. */
public interface ChangedForecasts {

    /**
     * A forecast in force.
     *
     * @param finalCall of its renewal; null while that was not looked at
     */
    record Changed(
            long rev, RenewalForecast forecast, @Nullable CallLine finalCall) {

        Place place() {
            return new Place(forecast.asOf(), forecast.contractId());
        }
    }

    /** What was found, and business time before it was looked. */
    record Slice(Instant now, List<Changed> changed) {}

    /** Those after a place. */
    Uni<Slice> after(Place place, int limit);
}

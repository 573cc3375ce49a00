package io.playcaller.forecast.writeback.app;

import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.process.RenewalLine.CallLine;
import io.playcaller.forecast.writeback.Place;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forecasts of open contracts in the order in which they, or the final calls on them, changed. */
public interface ChangedForecasts {

    /**
     * A forecast in force.
     *
     * @param rev how often it or the final call changed
     * @param toldAt when one of them changed last
     * @param finalCall of its renewal; null while that was not looked at
     */
    record Changed(
            long rev,
            Instant toldAt,
            RenewalForecast forecast,
            @Nullable CallLine finalCall) {

        Place place() {
            return new Place(toldAt, forecast.contractId());
        }
    }

    /** What was found, and business time before it was looked. */
    record Slice(Instant now, List<Changed> changed) {}

    /** Those after a place. */
    Uni<Slice> after(Place place, int limit);
}

package io.playcaller.forecast.renewal;

import io.playcaller.forecast.renewal.AccountForecasts.Made;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What must be written so that the store says what was just decided, in order of contract.
 *
 * @param changed new, or with something else to say
 * @param ended no longer forecast
 */
public record ForecastChanges(List<StoredForecast.Next> changed, List<StoredForecast> ended) {

    /** The difference between {@code stored} and {@code made}. */
    public static ForecastChanges between(List<StoredForecast> stored, List<Made> made) {
        Map<String, StoredForecast> before = new HashMap<>();
        stored.forEach(forecast -> before.put(forecast.forecast().contractId(), forecast));
        List<StoredForecast.Next> changed = new ArrayList<>();
        for (Made next : made) {
            StoredForecast old = before.remove(next.forecast().contractId());
            if (old == null || !old.saysTheSameAs(next.forecast())) {
                long rev = old == null ? 1 : old.rev() + 1;
                changed.add(new StoredForecast.Next(rev, next.forecast(), next.situation()));
            }
        }
        List<StoredForecast> ended =
                before.values().stream().filter(StoredForecast::open).toList();
        return new ForecastChanges(List.copyOf(changed), ended);
    }
}

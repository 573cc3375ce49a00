package io.playcaller.forecast.memory;

import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.engine.memory.ForecastBridge;
import io.playcaller.forecast.engine.memory.Standing;
import io.playcaller.forecast.engine.memory.Standing.Decided;
import io.playcaller.forecast.engine.memory.Standing.Open;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a contract on a day.
 *
 * @param forecast that was kept of the day; null where none was
 * @param takenAt when it was kept; null without a forecast
 * @param decided what a renewal of the period in question had become by then; null where none was decided
 */
public record DayInMemory(
        @Nullable RenewalForecast forecast,
        @Nullable Instant takenAt,
        @Nullable Decided decided) {

    static final DayInMemory NOTHING = new DayInMemory(null, null, null);

    /**
     * How the contract stood: by its forecast where that is for the period, else by what was decided in it, else by its
     * forecast for another period; of several renewals in one period the last counts. A term that went on since nobody closed it is forecast
     * as before: from its day on what was decided of it counts.
     */
    public @Nullable Standing standing(ForecastBridge period, List<Judgement> judgements) {
        Standing open = forecast == null || takenAt == null || wentOn(forecast, takenAt)
                ? null
                : new Open(
                        forecast,
                        Judgement.last(judgements, forecast.renewalOn(), takenAt)
                                .map(judgement -> judgement.kept(forecast.arr().minor()))
                                .orElse(null));
        return open != null && (decided == null || period.counts(open)) ? open : decided;
    }

    private boolean wentOn(RenewalForecast ahead, Instant at) {
        return decided != null
                && decided.renewalOn().equals(ahead.renewalOn())
                && !LocalDate.ofInstant(at, ZoneOffset.UTC).isBefore(ahead.renewalOn());
    }
}

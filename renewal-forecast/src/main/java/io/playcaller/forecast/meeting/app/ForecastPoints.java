package io.playcaller.forecast.meeting.app;

import io.playcaller.forecast.engine.meeting.ForecastPoint;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** Forecasts of now and of before. */
public interface ForecastPoints {

    /** Of every open contract. */
    Uni<List<ForecastPoint>> forecasts();

    /** As they stood on a day, or in the week before it. */
    Uni<List<ForecastPoint>> forecastsOn(LocalDate day);
}

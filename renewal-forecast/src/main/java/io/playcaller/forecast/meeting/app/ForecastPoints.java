package io.playcaller.forecast.meeting.app;

import io.playcaller.forecast.engine.meeting.ForecastPoint;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Forecasts of now. */
public interface ForecastPoints {

    /** Of every open contract. */
    Uni<List<ForecastPoint>> forecasts();
}

package io.playcaller.forecast.kpi;

import io.playcaller.forecast.outcome.Adoption;
import io.playcaller.forecast.outcome.ReferenceCount;
import io.playcaller.forecast.outcome.SaveTable;
import io.playcaller.forecast.outcome.TimeToValue;

/** Everything that is known of one quarter, from which its figures are read. */
public record QuarterFacts(
        String quarter,
        QuarterRetention retention,
        TimeToValue timeToValue,
        Adoption adoption,
        SaveTable saves,
        ReferenceCount references) {}

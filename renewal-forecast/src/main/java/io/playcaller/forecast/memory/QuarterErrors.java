package io.playcaller.forecast.memory;

import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.calibration.PeriodDeviation;
import io.playcaller.forecast.engine.calibration.PeriodDeviation.Period;
import io.playcaller.forecast.portfolio.PeriodTerm;
import io.playcaller.forecast.portfolio.Quarter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far quarters came out other than was said of their renewals, of whatever currency: what quarters do to all at once. Keeps sums of each
 * quarter, and no renewal.
 */
public final class QuarterErrors {

    private static final double DIGITS = 1e4;

    private final Map<Quarter, Period> quarters = new LinkedHashMap<>();

    /** Adds one forecast whose outcome is known; of a renewal one alone. */
    public void add(Remembered remembered) {
        quarters.computeIfAbsent(Quarter.of(remembered.renewalOn()), quarter -> new Period())
                .add(
                        remembered.outlook().renews() / (double) LogOdds.ONE,
                        remembered.restated().renewed());
    }

    /**
     * What the quarters tell, to four digits: {@code believed} where there are none.
     *
     * @param until first day of the quarter after the last of them
     */
    public PeriodTerm told(LocalDate until, double believed) {
        PeriodDeviation deviation = PeriodDeviation.believing(believed);
        quarters.values().forEach(deviation::saw);
        return new PeriodTerm(
                until,
                believed,
                Math.round(deviation.deviation() * DIGITS) / DIGITS,
                quarters.size(),
                quarters.values().stream().mapToInt(Period::contracts).sum());
    }
}

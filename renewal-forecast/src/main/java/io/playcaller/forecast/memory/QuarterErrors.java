package io.playcaller.forecast.memory;

import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.calibration.PeriodDeviation;
import io.playcaller.forecast.portfolio.PeriodTerm;
import io.playcaller.forecast.portfolio.Quarter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far quarters came out other than was said of their renewals, of whatever currency: what quarters do to all at once. */
public final class QuarterErrors {

    private static final double DIGITS = 1e4;

    private final Map<Quarter, List<Remembered>> quarters = new LinkedHashMap<>();

    /** Adds one forecast whose outcome is known; of a renewal one alone. */
    public void add(Remembered remembered) {
        quarters.computeIfAbsent(Quarter.of(remembered.renewalOn()), quarter -> new ArrayList<>())
                .add(remembered);
    }

    /**
     * What the quarters tell, to four digits: {@code believed} where there are none.
     *
     * @param until first day of the quarter after the last of them
     */
    public PeriodTerm told(LocalDate until, double believed) {
        PeriodDeviation deviation = PeriodDeviation.believing(believed);
        quarters.values().forEach(renewals -> saw(deviation, renewals));
        return new PeriodTerm(
                until,
                believed,
                Math.round(deviation.deviation() * DIGITS) / DIGITS,
                quarters.size(),
                quarters.values().stream().mapToInt(List::size).sum());
    }

    private static void saw(PeriodDeviation deviation, List<Remembered> renewals) {
        double[] said = new double[renewals.size()];
        boolean[] renewed = new boolean[said.length];
        for (int i = 0; i < said.length; i++) {
            Remembered renewal = renewals.get(i);
            said[i] = renewal.outlook().renews() / (double) LogOdds.ONE;
            renewed[i] = renewal.restated().renewed();
        }
        deviation.saw(said, renewed);
    }
}

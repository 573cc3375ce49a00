package io.playcaller.lab.simulate;

import io.playcaller.accuracy.AccountBootstrap;
import io.playcaller.accuracy.Auc;
import io.playcaller.accuracy.Calibration;
import io.playcaller.accuracy.Interval;
import io.playcaller.accuracy.Sample;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How well one model foretold how it ended.
 *
 * @param units accounts whose end is known, each at the time at which a warning would have counted
 * @param auc of the score; with {@code within} null where all ended alike
 * @param warned units with an open risk signal then
 * @param warnedBad of them, that ended badly
 * @param leadDays median of the days between that warning and the decision, over those that ended badly; null without one
 * @param brier of the score taken as a probability, and {@code calibrationError} of the same
 */
public record Foretold(
        int units,
        int bad,
        @Nullable Double auc,
        @Nullable Interval within,
        int warned,
        int warnedBad,
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double leadDays,
        double brier,
        double calibrationError) {

    private static final int DRAWS = 1_000;
    private static final long SEED = 20_130_303;
    private static final double DAY_HOURS = 24;

    /** @param units at least one */
    static Foretold of(List<Unit> units) {
        double[] risk = units.stream().mapToDouble(Unit::risk).toArray();
        Sample sample = new Sample(
                units.stream().map(Unit::account).toList(),
                units.stream().map(unit -> "").toList(),
                units.stream().map(Unit::bad).toList());
        boolean[] ends = sample.bad();
        int bad = (int) units.stream().filter(Unit::bad).count();
        boolean told = bad > 0 && bad < units.size();
        Auc auc = new Auc(risk, ends);
        List<Unit> warned = units.stream().filter(unit -> unit.lead() != null).toList();
        int warnedBad = (int) warned.stream().filter(Unit::bad).count();
        return new Foretold(
                units.size(),
                bad,
                told ? Double.valueOf(auc.value()) : null,
                told ? new AccountBootstrap(sample, DRAWS, SEED).interval(auc) : null,
                warned.size(),
                warnedBad,
                share(warnedBad, warned.size()),
                share(warnedBad, bad),
                median(warned),
                Calibration.brier(risk, ends),
                Calibration.error(risk, ends));
    }

    private static @Nullable Double share(int part, int of) {
        return of == 0 ? null : Double.valueOf((double) part / of);
    }

    private static @Nullable Double median(List<Unit> warned) {
        List<Duration> leads = warned.stream()
                .filter(Unit::bad)
                .flatMap(unit -> Stream.ofNullable(unit.lead()))
                .sorted(Comparator.naturalOrder())
                .toList();
        return leads.isEmpty()
                ? null
                : Double.valueOf(leads.get((leads.size() - 1) / 2).toHours() / DAY_HOURS);
    }
}

package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.forecast.Driver;
import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.calibration.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Log-odds of renewal as a base and what moves them, in order. */
record Reckoning(double base, List<Effect> effects) {

    /** What the calibration makes of it: the base takes the whole shift, and each effect is scaled. */
    Reckoning through(Calibration calibration) {
        return new Reckoning(
                calibration.of(base),
                effects.stream()
                        .map(effect -> effect.scaled(calibration.slope()))
                        .toList());
    }

    /** The same and, after all else, {@code last}. */
    Reckoning then(List<Effect> last) {
        return new Reckoning(
                base, Stream.concat(effects.stream(), last.stream()).toList());
    }

    /** The probability in millionths: what the points of the drivers sum to. */
    int renews() {
        double logOdds = base;
        for (Effect effect : effects) {
            logOdds += effect.logOdds();
        }
        return LogOdds.millionths(logOdds);
    }

    /** The base rate, then each effect with what it changes once those before it count. */
    List<Driver> drivers(String ofWhat) {
        double logOdds = base;
        int sum = LogOdds.millionths(logOdds);
        List<Driver> drivers = new ArrayList<>();
        drivers.add(new Driver("base-rate", null, sum, ofWhat));
        for (Effect effect : effects) {
            logOdds += effect.logOdds();
            int next = LogOdds.millionths(logOdds);
            drivers.add(new Driver(effect.driver(), effect.reason(), (long) next - sum, effect.sentence()));
            sum = next;
        }
        return List.copyOf(drivers);
    }
}

package io.playcaller.forecast.engine.memory;

import io.playcaller.forecast.engine.LogOdds;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How right the forecasts of one kind were at one horizon, against what was first known when each renewal was closed.
 * Amounts are minor units of one currency.
 *
 * @param n renewals whose forecast and outcome are known
 * @param due what was up for renewal
 * @param forecast what was forecast to be kept, without growth
 * @param actual what was kept, as first known
 * @param restated the same as known now
 * @param missed the sum of what each forecast was off, whichever way
 * @param probabilities how many of the forecasts stated a probability
 * @param squared sum of the squared errors of these
 */
public record Hindsight(
        int n, long due, long forecast, long actual, long restated, long missed, int probabilities, double squared) {

    /**
     * One forecast and what became of it.
     *
     * @param renews millionths; null where only an amount was stated
     * @param actual as first known
     */
    public record Call(
            long due, long forecast, @Nullable Integer renews, RenewalOutcome actual, RenewalOutcome restated) {}

    /** Sums up {@code calls}, all of one currency. */
    public static Hindsight of(List<Call> calls) {
        long due = 0;
        long forecast = 0;
        long actual = 0;
        long restated = 0;
        long missed = 0;
        int probabilities = 0;
        double squared = 0;
        for (Call call : calls) {
            due = Math.addExact(due, call.due());
            forecast = Math.addExact(forecast, call.forecast());
            actual = Math.addExact(actual, call.actual().kept());
            restated = Math.addExact(restated, call.restated().kept());
            missed = Math.addExact(
                    missed, Math.abs(call.forecast() - call.actual().kept()));
            Integer renews = call.renews();
            if (renews != null) {
                double error = (double) renews / LogOdds.ONE - (call.actual().renewed() ? 1 : 0);
                probabilities++;
                squared += error * error;
            }
        }
        return new Hindsight(calls.size(), due, forecast, actual, restated, missed, probabilities, squared);
    }

    /** (forecast - actual) ÷ due: above zero where forecasts were too rosy. */
    public OptionalDouble bias() {
        return due == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (forecast - actual) / due);
    }

    /** 1 - missed ÷ due. */
    public OptionalDouble accuracy() {
        return due == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (double) missed / due);
    }

    /** Mean squared error of the probabilities (Brier 1950). */
    public OptionalDouble brier() {
        return probabilities == 0 ? OptionalDouble.empty() : OptionalDouble.of(squared / probabilities);
    }
}

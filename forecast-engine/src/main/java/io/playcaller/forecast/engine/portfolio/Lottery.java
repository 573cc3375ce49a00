package io.playcaller.forecast.engine.portfolio;

import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.contract.Outcomes;
import io.playcaller.forecast.engine.contract.Outcomes.Outcome;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** What one contract may bring, in minor units. The first outcome is its loss; the others are given renewal. */
final class Lottery {

    private final double[] amounts;
    private final double[] givenRenewal;

    private Lottery(double[] amounts, double[] givenRenewal) {
        this.amounts = amounts;
        this.givenRenewal = givenRenewal;
    }

    /** Without growth. */
    static Lottery retained(long arr, Outcomes outcomes) {
        return of(arr, outcomes, Outcome::gross);
    }

    /** With growth. */
    static Lottery net(long arr, Outcomes outcomes) {
        return of(arr, outcomes, outcome -> outcome);
    }

    private static Lottery of(long arr, Outcomes outcomes, UnaryOperator<Outcome> view) {
        double[] amounts = new double[outcomes.given().size() + 1];
        double[] given = new double[amounts.length];
        int last = 0;
        for (Outcome outcome : outcomes.given()) {
            double amount = view.apply(outcome).of(arr);
            if (last == 0 || amounts[last] != amount) {
                amounts[++last] = amount;
            }
            given[last] += outcome.probability();
        }
        return new Lottery(Arrays.copyOf(amounts, last + 1), Arrays.copyOf(given, last + 1));
    }

    /** What is expected where it renews with {@code renews} millionths: minor units, half up. */
    long expected(int renews) {
        return Math.round((double) renews / LogOdds.ONE * givenRenewal(1));
    }

    /** The moment of that power about zero, given renewal. */
    double givenRenewal(int power) {
        double moment = 0;
        for (int i = 1; i < amounts.length; i++) {
            moment += givenRenewal[i] * (power == 1 ? amounts[i] : amounts[i] * amounts[i]);
        }
        return moment;
    }

    /** Adds what it brings when it renews with probability {@code renewal}. */
    void addTo(AmountGrid grid, double cellsPerUnit, double renewal) {
        double[] at = new double[amounts.length];
        double[] probabilities = new double[amounts.length];
        probabilities[0] = 1 - renewal;
        for (int i = 1; i < amounts.length; i++) {
            at[i] = amounts[i] * cellsPerUnit;
            probabilities[i] = renewal * givenRenewal[i];
        }
        grid.add(at, probabilities);
    }
}

package io.playcaller.forecast.engine.portfolio;

import io.playcaller.forecast.engine.contract.Outcomes;
import io.playcaller.forecast.engine.contract.Outcomes.Outcome;
import java.util.List;
import java.util.function.UnaryOperator;

/** What one contract may bring, in cells of a grid. The first outcome is its loss. */
final class Lottery {

    private final double size;
    private final double[] at;
    private final double[] givenRenewal;

    private Lottery(double size, double[] at, double[] givenRenewal) {
        this.size = size;
        this.at = at;
        this.givenRenewal = givenRenewal;
    }

    static Lottery of(ContractOutlook contract, double cellsPerUnit, UnaryOperator<Outcome> view) {
        List<Outcome> outcomes =
                Outcomes.of(contract.contracts(), contract.expands()).given();
        double[] at = new double[outcomes.size() + 1];
        double[] given = new double[at.length];
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = view.apply(outcomes.get(i));
            at[i + 1] = outcome.of(contract.arr()) * cellsPerUnit;
            given[i + 1] = outcome.probability();
        }
        return new Lottery(contract.arr() * cellsPerUnit, at, given);
    }

    /** Cells of the whole amount. */
    double size() {
        return size;
    }

    void addTo(AmountGrid grid, double renewal) {
        double[] probabilities = new double[at.length];
        probabilities[0] = 1 - renewal;
        for (int i = 1; i < at.length; i++) {
            probabilities[i] = renewal * givenRenewal[i];
        }
        grid.add(at, probabilities);
    }

    double mean(double renewal) {
        double mean = 0;
        for (int i = 1; i < at.length; i++) {
            mean += renewal * givenRenewal[i] * at[i];
        }
        return mean;
    }

    double variance(double renewal) {
        double square = 0;
        for (int i = 1; i < at.length; i++) {
            square += renewal * givenRenewal[i] * at[i] * at[i];
        }
        double mean = mean(renewal);
        return Math.max(0, square - mean * mean);
    }
}

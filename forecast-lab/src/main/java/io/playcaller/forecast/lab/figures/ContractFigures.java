package io.playcaller.forecast.lab.figures;

import io.playcaller.forecast.lab.learn.FormChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a file of contracts.
 *
 * @param rounds how contracts were told apart that teach and that are judged
 * @param judged contracts with a probability by what had not seen them
 * @param models each by its name
 * @param money what was up for renewal and what went on, by currency; empty where the file has no amounts
 * @param fits each round's fit
 * @param peer null where nobody asked for it
 */
public record ContractFigures(
        int contracts,
        int accounts,
        String rounds,
        int judged,
        List<Named> models,
        List<MoneyFigures> money,
        List<Fit> fits,
        @Nullable PeerFigures peer) {

    /** The figures of one way to say a probability. */
    public record Named(String by, RenewalFigures figures) {}

    /**
     * Amounts of those that were judged.
     *
     * @param said what was expected to renew: each amount times its probability
     * @param renewed amounts of those that renewed
     * @param kept what went on, at most the amount each
     */
    public record MoneyFigures(String currency, double due, double said, double renewed, double kept) {

        MoneyFigures plus(MoneyFigures other) {
            return new MoneyFigures(
                    currency, due + other.due, said + other.said, renewed + other.renewed, kept + other.kept);
        }
    }

    /**
     * One round's model: the intercept and coefficients of straight lines alone.
     *
     * @param form which bends and pairs were chosen beside them; null where nothing later put it right
     * @param nanos how long learning straight lines took
     */
    public record Fit(
            double intercept,
            List<Coefficient> coefficients,
            @Nullable FormChoice form,
            long nanos) {}

    /** Log-odds of a loss per deviation of a column. */
    public record Coefficient(String column, double value) {}

    /**
     * The same by scikit-learn.
     *
     * @param sameFolds whether it dealt the same folds; null with dates
     * @param coefficientDifference largest absolute difference of an intercept or coefficient to its optimum, over all rounds
     * @param usualDifference how far its usual solver, lbfgs as it is shipped, stops from that optimum
     * @param ourNanos how long learning all rounds took here
     * @param theirNanos how long its usual solver took
     */
    public record PeerFigures(
            String version,
            @Nullable Boolean sameFolds,
            double coefficientDifference,
            double usualDifference,
            long ourNanos,
            long theirNanos) {}

    /** The same beside a peer. */
    public ContractFigures with(PeerFigures told) {
        return new ContractFigures(contracts, accounts, rounds, judged, models, money, fits, told);
    }
}

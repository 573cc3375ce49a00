package io.playcaller.forecast.lab.figures;

import io.playcaller.accuracy.AccountBootstrap;
import io.playcaller.accuracy.Auc;
import io.playcaller.accuracy.Calibration;
import io.playcaller.accuracy.Interval;
import io.playcaller.accuracy.Lift;
import io.playcaller.accuracy.Sample;

/**
 * How well probabilities of a loss held.
 *
 * @param n units
 * @param lost those that were lost
 * @param said mean probability of a loss
 * @param auc how often one that was lost had the larger probability of it; NaN where all ended alike
 * @param within its 95% interval, drawing whole accounts
 * @param topTenth losses in the tenth with the largest probability, as a multiple of those in all
 * @param calibrationError expected, over ten bins of equal width
 */
public record RenewalFigures(
        int n,
        int lost,
        double said,
        double auc,
        Interval within,
        double topTenth,
        double brier,
        double logLoss,
        double calibrationError) {

    /**
     * The figures of probabilities of a loss.
     *
     * @param sample a bad end is a loss
     */
    public static RenewalFigures of(double[] lossProbability, Sample sample, int draws, long seed) {
        boolean[] lost = sample.bad();
        int count = 0;
        double sum = 0;
        for (int i = 0; i < lost.length; i++) {
            count += lost[i] ? 1 : 0;
            sum += lossProbability[i];
        }
        Auc auc = new Auc(lossProbability, lost);
        return new RenewalFigures(
                lost.length,
                count,
                sum / lost.length,
                auc.value(),
                new AccountBootstrap(sample, draws, seed).interval(auc),
                Lift.topTenth(lossProbability, lost),
                Calibration.brier(lossProbability, lost),
                Calibration.logLoss(lossProbability, lost),
                Calibration.error(lossProbability, lost));
    }
}

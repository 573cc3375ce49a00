package io.playcaller.forecast.lab.truth;

import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.contract.AmountShares;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.lab.learn.LearntScore;
import io.playcaller.forecast.lab.learn.Lessons;
import io.playcaller.forecast.lab.truth.GeneratedCompany.Renewal;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is known at the beginning of a quarter: a score learnt from up to twelve quarters before the last four and put right on these,
 * and how often and how much less or more renewals went on with in all sixteen.
 *
 * @param contracts millionths of those that renewed
 * @param expands millionths of those that renewed
 */
record LearntQuarter(LearntScore score, int contracts, int expands, AmountShares shares) {

    private static final int CALIBRATION = 4;
    private static final int TEACHING = 12;
    private static final int SURE = 999_000;

    /** Learns from the quarters before it. */
    static LearntQuarter from(List<List<Renewal>> before) {
        int border = before.size() - CALIBRATION;
        int first = Math.max(0, border - TEACHING);
        LearntScore score = LearntScore.from(
                lessons(flat(before.subList(first, border))), lessons(flat(before.subList(border, before.size()))));
        List<Double> kept = flat(before.subList(first, before.size())).stream()
                .filter(Renewal::renewed)
                .map(Renewal::kept)
                .toList();
        List<Double> less = those(kept, share -> share < 1);
        List<Double> more = those(kept, share -> share > 1);
        return new LearntQuarter(
                score,
                (int) ((long) LogOdds.ONE * less.size() / kept.size()),
                (int) ((long) LogOdds.ONE * more.size() / kept.size()),
                AmountShares.prior().withLess(less).withMore(more));
    }

    /** The probability that {@code renewal} renews. */
    double renews(Renewal renewal) {
        return LogOdds.probability(score.calibration().of(logOdds(renewal)));
    }

    ContractOutlook outlook(Renewal renewal, double renews) {
        int millionths = (int) Math.round(renews * LogOdds.ONE);
        return new ContractOutlook(
                renewal.arr(), Math.max(LogOdds.ONE - SURE, Math.min(SURE, millionths)), contracts, expands, shares);
    }

    private static List<Double> those(List<Double> kept, Predicate<Double> which) {
        return kept.stream().filter(which).toList();
    }

    private static List<Renewal> flat(List<List<Renewal>> quarters) {
        return quarters.stream().flatMap(List::stream).toList();
    }

    private static Lessons lessons(List<Renewal> renewals) {
        return new Lessons(
                GeneratedCompany.FEATURES, renewals.stream().map(Renewal::row).toList(), renewed(renewals));
    }

    private static boolean[] renewed(List<Renewal> renewals) {
        boolean[] renewed = new boolean[renewals.size()];
        for (int i = 0; i < renewed.length; i++) {
            renewed[i] = renewals.get(i).renewed();
        }
        return renewed;
    }

    private double logOdds(Renewal renewal) {
        return score.score().logOdds(feature -> renewal.known().get(GeneratedCompany.FEATURES.indexOf(feature)));
    }
}

package io.playcaller.forecast.lab.truth;

import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.calibration.Calibration;
import io.playcaller.forecast.engine.calibration.PeriodDeviation;
import io.playcaller.forecast.engine.fit.LinearScore;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.portfolio.PeriodShock;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.lab.learn.Lessons;
import io.playcaller.forecast.lab.learn.LogisticLearner;
import io.playcaller.forecast.lab.learn.PlattLearner;
import io.playcaller.forecast.lab.truth.GeneratedCompany.Renewal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Forecasts generated companies quarter by quarter, as a service would: at the beginning of each quarter it learns from up to twelve
 * before the last four, puts right on these, takes what quarters do to all from its own errors so far, and says what each segment and the whole will
 * retain, with a 90% interval. Nothing of a quarter is known before it.
 */
public final class TruthCheck {

    private static final int FIRST = 12;
    private static final int CALIBRATION = 4;
    private static final int TEACHING = 12;
    private static final double BELIEVED_DEVIATION = 0.25;
    private static final double BELIEF_WEIGHT = 4;
    private static final int SURE = 999_000;

    private final CoverageTally tally = new CoverageTally();
    private double logLoss;
    private double logLossOfTruth;
    private long renewals;

    private TruthCheck() {}

    /** The figures of so many companies; the same seed makes the same. */
    public static TruthFigures of(int companies, long seed) {
        TruthCheck check = new TruthCheck();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < companies; i++) {
            check.company(new GeneratedCompany(random.split()).quarters());
        }
        return new TruthFigures(
                companies,
                check.renewals,
                check.logLoss / check.renewals,
                check.logLossOfTruth / check.renewals,
                check.tally.all());
    }

    private void company(List<List<Renewal>> quarters) {
        PeriodDeviation deviation = new PeriodDeviation(BELIEVED_DEVIATION, BELIEF_WEIGHT);
        for (int quarter = FIRST; quarter < quarters.size(); quarter++) {
            List<Renewal> due = quarters.get(quarter);
            double[] renews = probabilities(quarters.subList(0, quarter), due);
            PortfolioModel portfolio = new PortfolioModel(new PeriodShock(Math.min(2, deviation.deviation())));
            intervals(due, renews, portfolio, 1 + quarter / 4);
            boolean[] renewed = new boolean[due.size()];
            for (int i = 0; i < renewed.length; i++) {
                renewed[i] = due.get(i).renewed();
                logLoss += loss(renews[i], renewed[i]);
                logLossOfTruth += loss(due.get(i).renews(), renewed[i]);
                renewals++;
            }
            deviation.saw(renews, renewed);
        }
    }

    private static double[] probabilities(List<List<Renewal>> before, List<Renewal> due) {
        int border = before.size() - CALIBRATION;
        LinearScore score = LogisticLearner.plain()
                .learn(lessons(before.subList(Math.max(0, border - TEACHING), border).stream()
                        .flatMap(List::stream)
                        .toList()));
        List<Renewal> latest = before.subList(border, before.size()).stream()
                .flatMap(List::stream)
                .toList();
        Calibration calibration = PlattLearner.learn(
                latest.stream().mapToDouble(renewal -> logOdds(score, renewal)).toArray(), renewed(latest));
        return due.stream()
                .mapToDouble(renewal -> LogOdds.probability(calibration.of(logOdds(score, renewal))))
                .toArray();
    }

    private void intervals(List<Renewal> due, double[] renews, PortfolioModel portfolio, int year) {
        for (int part = -1; part < GeneratedCompany.SEGMENTS.size(); part++) {
            List<ContractOutlook> outlooks = new ArrayList<>();
            long retained = 0;
            for (int i = 0; i < renews.length; i++) {
                Renewal renewal = due.get(i);
                if (part < 0 || renewal.segment() == part) {
                    outlooks.add(outlook(renewal, renews[i]));
                    retained += Math.round(renewal.arr() * Math.min(1, renewal.kept()));
                }
            }
            String name = part < 0 ? "company" : "segment " + GeneratedCompany.SEGMENTS.get(part);
            tally.add(
                    List.of("all intervals", name, "year %02d".formatted(year)),
                    portfolio.forecast(outlooks),
                    retained);
        }
    }

    private static ContractOutlook outlook(Renewal renewal, double renews) {
        int millionths = (int) Math.round(renews * LogOdds.ONE);
        return new ContractOutlook(
                renewal.arr(),
                Math.max(LogOdds.ONE - SURE, Math.min(SURE, millionths)),
                (int) (GeneratedCompany.LESS * LogOdds.ONE),
                (int) (GeneratedCompany.MORE * LogOdds.ONE));
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

    private static double logOdds(LinearScore score, Renewal renewal) {
        return score.logOdds(feature -> renewal.known().get(GeneratedCompany.FEATURES.indexOf(feature)));
    }

    private static double loss(double renews, boolean renewed) {
        return -Math.log(renewed ? renews : 1 - renews);
    }
}

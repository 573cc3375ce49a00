package io.playcaller.forecast.lab.truth;

import io.playcaller.forecast.lab.truth.TruthFigures.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Forecasts generated companies as a service would ({@link ForecastCompany}) and says how good that was. Companies are independent
 * of each other and forecast side by side; the same seed makes the same figures.
 */
public final class TruthCheck {

    private TruthCheck() {}

    /** How far it is. */
    public interface Progress {

        /** So many companies are done; called by several threads. */
        void done(int companies);
    }

    /** The figures of so many companies. */
    public static TruthFigures of(World world, int companies, long seed, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SplittableRandom> each = new ArrayList<>();
        for (int i = 0; i < companies; i++) {
            each.add(random.split());
        }
        AtomicInteger done = new AtomicInteger();
        List<ForecastCompany> forecast = each.parallelStream()
                .map(of -> {
                    ForecastCompany company = ForecastCompany.of(new GeneratedCompany(world, of).quarters());
                    progress.done(done.incrementAndGet());
                    return company;
                })
                .toList();
        return figures(world, forecast);
    }

    /** Summed up in the order of the companies, whichever was done first. */
    private static TruthFigures figures(World world, List<ForecastCompany> companies) {
        CoverageTally tally = new CoverageTally();
        double logLoss = 0;
        double logLossOfTruth = 0;
        long renewals = 0;
        for (ForecastCompany company : companies) {
            List<Coverage> coverage = company.coverage();
            coverage.forEach(tally::add);
            logLoss += company.logLoss();
            logLossOfTruth += company.logLossOfTruth();
            renewals += company.renewals();
        }
        return new TruthFigures(
                world, companies.size(), renewals, logLoss / renewals, logLossOfTruth / renewals, tally.all());
    }
}

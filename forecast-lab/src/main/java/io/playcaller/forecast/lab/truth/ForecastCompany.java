package io.playcaller.forecast.lab.truth;

import io.playcaller.forecast.engine.calibration.PeriodDeviation;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.portfolio.PeriodShock;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.lab.truth.GeneratedCompany.Renewal;
import io.playcaller.forecast.lab.truth.TruthFigures.Coverage;
import java.util.ArrayList;
import java.util.List;

/**
 * A company, forecast quarter by quarter: at the beginning of each quarter it learns from what ended ({@link LearntQuarter}), takes what
 * quarters do to all from its own errors so far, as renewal-forecast does, and says with a 90% interval what the whole and
 * each segment will retain, on the grids that the service takes for them. Nothing of a quarter is known before it. Other than the
 * service it takes each model that it learns, without a trial, and its amounts.
 */
final class ForecastCompany {

    private static final int FIRST = 12;
    private static final double BELIEVED_DEVIATION = 0.25;
    private static final int WHOLE = -1;

    private final CoverageTally tally = new CoverageTally();
    private double logLoss;
    private double logLossOfTruth;
    private long renewals;

    private ForecastCompany() {}

    static ForecastCompany of(List<List<Renewal>> quarters) {
        ForecastCompany company = new ForecastCompany();
        PeriodDeviation deviation = PeriodDeviation.believing(BELIEVED_DEVIATION);
        for (int quarter = FIRST; quarter < quarters.size(); quarter++) {
            company.quarter(quarter, quarters.subList(0, quarter), quarters.get(quarter), deviation);
        }
        return company;
    }

    double logLoss() {
        return logLoss;
    }

    double logLossOfTruth() {
        return logLossOfTruth;
    }

    long renewals() {
        return renewals;
    }

    List<Coverage> coverage() {
        return tally.sums();
    }

    private void quarter(int quarter, List<List<Renewal>> before, List<Renewal> due, PeriodDeviation deviation) {
        LearntQuarter learnt = LearntQuarter.from(before);
        double[] renews = due.stream().mapToDouble(learnt::renews).toArray();
        PortfolioModel fine = new PortfolioModel(new PeriodShock(deviation.deviation()));
        PortfolioModel coarse = fine.coarse();
        List<ContractOutlook> outlooks = new ArrayList<>();
        boolean[] renewed = new boolean[due.size()];
        for (int i = 0; i < renewed.length; i++) {
            Renewal renewal = due.get(i);
            outlooks.add(learnt.outlook(renewal, renews[i]));
            renewed[i] = renewal.renewed();
            logLoss += loss(renews[i], renewed[i]);
            logLossOfTruth += loss(renewal.renews(), renewed[i]);
            renewals++;
        }
        String year = "year %02d".formatted(1 + quarter / 4);
        interval("company", year, WHOLE, due, outlooks, fine);
        for (int segment = 0; segment < GeneratedCompany.SEGMENTS.size(); segment++) {
            interval("segment " + GeneratedCompany.SEGMENTS.get(segment), year, segment, due, outlooks, coarse);
        }
        deviation.saw(renews, renewed);
    }

    private void interval(
            String of, String year, int segment, List<Renewal> due, List<ContractOutlook> all, PortfolioModel model) {
        List<ContractOutlook> outlooks = new ArrayList<>();
        long retained = 0;
        for (int i = 0; i < all.size(); i++) {
            Renewal renewal = due.get(i);
            if (segment == WHOLE || renewal.segment() == segment) {
                outlooks.add(all.get(i));
                retained += Math.round(renewal.arr() * Math.min(1, renewal.kept()));
            }
        }
        tally.add(List.of("all intervals", of, year), outlooks, model.retained(outlooks), retained);
    }

    private static double loss(double renews, boolean renewed) {
        return -Math.log(renewed ? renews : 1 - renews);
    }
}

package io.playcaller.forecast.outcome;

import io.playcaller.accuracy.AccountBootstrap;
import io.playcaller.accuracy.Auc;
import io.playcaller.accuracy.Interval;
import io.playcaller.accuracy.Sample;
import io.playcaller.forecast.engine.estimate.Bounds;
import io.playcaller.forecast.engine.estimate.ClusteredShare;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well the health score foretold renewals.
 *
 * @param auc how often a contract that was lost had a lower score than one that went on; null while all ended alike
 * @param bands what share went on, by grade of the score then
 */
public record ScoreAccuracy(
        Definitions definitions, @Nullable Figure auc, int lost, List<Band> bands) {

    private static final int DRAWS = 1_000;
    private static final long SEED = 42;
    private static final int[] FROM = {80_000, 65_000, 50_000, 35_000, 0};
    private static final String[] GRADES = {"A", "B", "C", "D", "E"};

    /** What the figures mean. */
    public record Definitions(int daysBefore, String score, String wentOn, String interval, String grain) {}

    /** A contract whose turn came: the score that its account had before, in milli-points, and whether any of it went on. */
    public record Judged(String accountId, long score, boolean wentOn) {}

    /** One grade: by the shipped thresholds, whatever scorecard was in force. */
    public record Band(
            String grade, int contracts, @Nullable Figure wentOn) {}

    public static ScoreAccuracy of(Collection<Judged> judged, int daysBefore) {
        List<Judged> all = List.copyOf(judged);
        int lost = (int) all.stream().filter(one -> !one.wentOn()).count();
        Definitions definitions = new Definitions(
                daysBefore,
                "the score that the forecast's snapshot so many days before kept, or of the 30 days before that",
                "something of the contract goes on after its renewal or end",
                "95%: bootstrap of whole accounts (AUC), Wilson with contracts of one account together (bands)",
                "contract");
        return new ScoreAccuracy(definitions, lost == 0 || lost == all.size() ? null : auc(all), lost, bands(all));
    }

    private static Figure auc(List<Judged> all) {
        double[] risk = all.stream().mapToDouble(one -> -one.score()).toArray();
        List<Boolean> ends = all.stream().map(one -> !one.wentOn()).toList();
        Sample sample = new Sample(
                all.stream().map(Judged::accountId).toList(),
                all.stream().map(one -> "").toList(),
                ends);
        Auc auc = new Auc(risk, sample.bad());
        Interval interval = new AccountBootstrap(sample, DRAWS, SEED).interval(auc);
        return Figure.of(auc.value(), new Bounds(interval.low(), interval.high()), all.size());
    }

    private static List<Band> bands(List<Judged> all) {
        Map<Integer, ClusteredShare> shares = new TreeMap<>();
        int[] counts = new int[GRADES.length];
        for (Judged one : all) {
            int band = 0;
            while (one.score() < FROM[band] && band < FROM.length - 1) {
                band++;
            }
            counts[band]++;
            shares.computeIfAbsent(band, none -> new ClusteredShare()).add(one.accountId(), one.wentOn() ? 1 : 0, 1);
        }
        List<Band> bands = new ArrayList<>();
        for (int band = 0; band < GRADES.length; band++) {
            ClusteredShare share = shares.get(band);
            Figure figure =
                    share == null ? null : share.estimate().map(Figure::of).orElse(null);
            bands.add(new Band(GRADES[band], counts[band], figure));
        }
        return bands;
    }
}

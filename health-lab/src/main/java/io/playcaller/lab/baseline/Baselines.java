package io.playcaller.lab.baseline;

import io.playcaller.accuracy.Boosting;
import io.playcaller.accuracy.CrossFit;
import io.playcaller.accuracy.Ranks;
import io.playcaller.accuracy.Sample;
import io.playcaller.accuracy.ScaledLogistic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What simpler means say of the same units: the higher, the worse. */
public final class Baselines {

    private static final String LOGISTIC = "logistic regression";
    private static final String BOOSTING = "gradient boosting";

    /** Those whose numbers are probabilities already. */
    public static final Set<String> TAUGHT = Set.of(LOGISTIC, BOOSTING);

    private Baselines() {}

    /**
     * By name, simplest first. The last two were {@linkplain #TAUGHT taught}, by other accounts than those that it tells.
     *
     * @param columns of each unit
     */
    public static Map<String, double[]> of(List<Columns> columns, Sample sample, CrossFit folds) {
        double[] sinceUse = column(columns, Columns::sinceUse);
        double[] activeDays = column(columns, at -> -at.activeDays());
        double[] features = column(columns, at -> -at.features());
        double[] uses = column(columns, at -> -Math.log1p(at.uses()));
        double[] missed = column(columns, Columns::missed);
        double[] value = column(columns, at -> -at.value());
        double[] trend = column(columns, at -> -at.trend());
        Map<String, double[]> risks = new LinkedHashMap<>();
        risks.put("14-day trend", trend);
        risks.put("recency", sinceUse);
        risks.put("active days in 28", activeDays);
        risks.put(
                "rank mean within the date",
                Ranks.mean(List.of(sinceUse, activeDays, features, uses, missed, value), sample.dates()));
        double[] recent = column(columns, at -> Math.log1p(at.sinceUse()));
        List<double[]> taught = List.of(recent, activeDays, features, uses, missed, value, trend);
        risks.put(LOGISTIC, folds.probabilities(taught, new ScaledLogistic()));
        risks.put(BOOSTING, folds.probabilities(taught, new Boosting()));
        return risks;
    }

    private static double[] column(List<Columns> columns, ToDoubleFunction<Columns> value) {
        return columns.stream().mapToDouble(value).toArray();
    }
}

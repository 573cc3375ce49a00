package io.playcaller.forecast.lab.learn;

import io.playcaller.forecast.engine.estimate.Moments;
import io.playcaller.forecast.engine.fit.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Units to learn from: of each the values of some features, NaN where one is missing, and what it came to. */
public final class Lessons {

    private static final double LEAST_SPREAD = 1e-12;

    private final List<String> features;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<double[]> rows;
    private final boolean[] ends;
    private final int independent;

    /**
     * Units that have nothing to do with each other.
     *
     * @param features names of the values of each row
     * @param rows as many as {@code ends}
     */
    public Lessons(List<String> features, List<double[]> rows, boolean[] ends) {
        this(features, rows, ends, ends.length);
    }

    /**
     * @param features names of the values of each row
     * @param rows as many as {@code ends}
     * @param independent how many of them tell something of their own: of several looks at one thing only one
     */
    public Lessons(List<String> features, List<double[]> rows, boolean[] ends, int independent) {
        if (rows.size() != ends.length) {
            throw new IllegalArgumentException(rows.size() + " rows, but " + ends.length + " ends");
        }
        this.features = List.copyOf(features);
        this.rows = List.copyOf(rows);
        this.ends = ends.clone();
        this.independent = independent;
        for (int place = 0; place < features.size(); place++) {
            places.put(features.get(place), place);
        }
    }

    public int size() {
        return ends.length;
    }

    List<String> features() {
        return features;
    }

    int independent() {
        return independent;
    }

    /** The values of a unit by the names of the features. */
    ToDoubleFunction<String> values(int unit) {
        double[] row = rows.get(unit);
        return feature -> {
            Integer place = places.get(feature);
            return place == null ? Double.NaN : row[place];
        };
    }

    boolean[] ends() {
        return ends.clone();
    }

    /** How many came to the rarer end. */
    public int rarer() {
        int count = 0;
        for (boolean end : ends) {
            count += end ? 1 : 0;
        }
        return Math.min(count, ends.length - count);
    }

    /** One for each feature that varies, and one for each that is missing in some rows and not in all. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int feature = 0; feature < features.size(); feature++) {
            addColumn(feature, false, columns);
            addColumn(feature, true, columns);
        }
        return columns;
    }

    private void addColumn(int feature, boolean missing, List<Column> columns) {
        Moments moments = Moments.none();
        for (double[] row : rows) {
            boolean unknown = Double.isNaN(row[feature]);
            if (missing || !unknown) {
                moments = moments.plus(missing ? (unknown ? 1 : 0) : row[feature]);
            }
        }
        if (varies(moments)) {
            columns.add(new Column(features.get(feature), missing, moments.mean(), deviation(moments)));
        }
    }

    static boolean varies(Moments moments) {
        return moments.squares() > LEAST_SPREAD * Math.max(1, moments.mean() * moments.mean()) * moments.n();
    }

    static double deviation(Moments moments) {
        return Math.sqrt(moments.squares() / moments.n());
    }
}

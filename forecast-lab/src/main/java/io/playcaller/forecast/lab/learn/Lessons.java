package io.playcaller.forecast.lab.learn;

import io.playcaller.forecast.engine.fit.Column;
import java.util.ArrayList;
import java.util.List;

/** Units to learn from: of each the values of some features, NaN where one is missing, and what it came to. */
public final class Lessons {

    private static final double LEAST_SPREAD = 1e-12;

    private final List<String> features;
    private final List<double[]> rows;
    private final boolean[] ends;

    /**
     * @param features names of the values of each row
     * @param rows as many as {@code ends}
     */
    public Lessons(List<String> features, List<double[]> rows, boolean[] ends) {
        if (rows.size() != ends.length) {
            throw new IllegalArgumentException(rows.size() + " rows, but " + ends.length + " ends");
        }
        this.features = List.copyOf(features);
        this.rows = List.copyOf(rows);
        this.ends = ends.clone();
    }

    public int size() {
        return ends.length;
    }

    List<String> features() {
        return features;
    }

    double[] row(int unit) {
        return rows.get(unit);
    }

    boolean end(int unit) {
        return ends[unit];
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

    /** By Welford's recurrence (1962), which loses nothing where the mean is large. */
    private void addColumn(int feature, boolean missing, List<Column> columns) {
        double mean = 0;
        double squares = 0;
        int count = 0;
        for (double[] row : rows) {
            boolean unknown = Double.isNaN(row[feature]);
            if (missing || !unknown) {
                double value = missing ? (unknown ? 1 : 0) : row[feature];
                double above = value - mean;
                count++;
                mean += above / count;
                squares += above * (value - mean);
            }
        }
        if (squares > LEAST_SPREAD * Math.max(1, mean * mean) * count) {
            columns.add(new Column(features.get(feature), missing, mean, Math.sqrt(squares / count)));
        }
    }
}

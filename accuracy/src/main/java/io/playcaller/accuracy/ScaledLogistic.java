package io.playcaller.accuracy;

import java.util.ArrayList;
import java.util.List;

/** {@link Logistic} with a ridge of 1 on columns that are scaled to mean 0 and deviation 1. */
public final class ScaledLogistic implements Learner {

    private static final double RIDGE = 1;

    @Override
    public Learnt learn(List<double[]> rows, boolean[] bad) {
        List<Scale> scales = new ArrayList<>();
        for (int j = 0; j < rows.get(0).length; j++) {
            scales.add(Scale.of(rows, j));
        }
        List<double[]> scaled = rows.stream().map(row -> scaled(scales, row)).toList();
        Logistic logistic = Logistic.fit(scaled, bad, RIDGE);
        return row -> logistic.probability(scaled(scales, row));
    }

    private static double[] scaled(List<Scale> scales, double[] row) {
        double[] scaled = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            scaled[j] = (row[j] - scales.get(j).mean()) / scales.get(j).deviation();
        }
        return scaled;
    }

    private record Scale(double mean, double deviation) {

        static Scale of(List<double[]> rows, int column) {
            double mean =
                    rows.stream().mapToDouble(row -> row[column]).average().orElse(0);
            double variance = rows.stream()
                    .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                    .average()
                    .orElse(0);
            return new Scale(mean, variance > 0 ? Math.sqrt(variance) : 1);
        }
    }
}

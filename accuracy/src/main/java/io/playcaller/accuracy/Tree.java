package io.playcaller.accuracy;

/** A regression tree. */
sealed interface Tree {

    double value(double[] row);

    record Leaf(double of) implements Tree {

        @Override
        public double value(double[] row) {
            return of;
        }
    }

    /** Rows whose column is at most the border go left. */
    record Split(int column, double border, Tree left, Tree right) implements Tree {

        @Override
        public double value(double[] row) {
            return (row[column] <= border ? left : right).value(row);
        }
    }
}

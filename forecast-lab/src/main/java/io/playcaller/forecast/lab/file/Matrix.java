package io.playcaller.forecast.lab.file;

import io.playcaller.accuracy.rows.RowsException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * The features of contracts as numbers: a column that is a number wherever it is known is one, NaN where it is not; of any other, each
 * word is a column of 0 and 1, and not known is a word.
 *
 * @param features names, such as {@code tenure} and {@code Contract=One year}
 * @param rows in the order of the contracts
 */
public record Matrix(List<String> features, List<double[]> rows) {

    private static final int MOST_WORDS = 50;

    /** @throws RowsException where there is no feature, or one has more words than could be learnt from */
    public static Matrix of(List<ContractRow> contracts) {
        List<String> features = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (String column : contracts.get(0).known().keySet()) {
            List<String> texts =
                    contracts.stream().map(row -> row.known().get(column)).toList();
            if (texts.stream().allMatch(text -> text.isEmpty() || !Double.isNaN(Numbers.of(text)))) {
                features.add(column);
                columns.add(texts.stream().mapToDouble(Numbers::of).toArray());
                continue;
            }
            TreeSet<String> words = new TreeSet<>(texts);
            if (words.size() > MOST_WORDS) {
                faults.add(
                        "%s has %,d different words; at most %d can be learnt from: leave the column out, or group them"
                                .formatted(column, words.size(), MOST_WORDS));
            } else {
                words.forEach(word -> {
                    features.add(column + "=" + word);
                    columns.add(texts.stream()
                            .mapToDouble(text -> text.equals(word) ? 1 : 0)
                            .toArray());
                });
            }
        }
        if (features.isEmpty()) {
            faults.add("there is no column to learn from besides those that every file may have");
        }
        if (!faults.isEmpty()) {
            throw new RowsException(faults);
        }
        return new Matrix(features, transposed(columns, contracts.size()));
    }

    /** What a row says of each feature, by name. */
    public ToDoubleFunction<String> values(int row) {
        return feature -> rows.get(row)[features.indexOf(feature)];
    }

    private static List<double[]> transposed(List<double[]> columns, int size) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int row = i;
            rows.add(columns.stream().mapToDouble(column -> column[row]).toArray());
        }
        return rows;
    }
}

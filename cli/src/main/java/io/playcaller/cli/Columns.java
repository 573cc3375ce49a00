package io.playcaller.cli;

import io.playcaller.contracts.Shown;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of cells as lines for people. */
public final class Columns {

    private static final int TO_THE_MINUTE = "2026-01-01T00:00".length();

    private Columns() {}

    /** A line a row, each column as wide as its widest cell; all rows have as many cells. */
    public static List<String> aligned(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.isEmpty() ? 0 : rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    /** Of an instant, what people read; what is no instant stays. */
    public static String minute(String instant) {
        return instant.length() < TO_THE_MINUTE
                ? instant
                : instant.substring(0, TO_THE_MINUTE).replace('T', ' ');
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append(row.get(column))
                    .append(" ".repeat(widths[column] - row.get(column).length() + 2));
        }
        return Shown.printable(line.toString().stripTrailing());
    }
}

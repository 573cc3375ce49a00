package io.playcaller.forecast.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows as CSV (RFC 4180). What a spreadsheet would take for a formula is made plain text by an apostrophe before it. */
public final class CsvTable {

    private static final int DIGITS = 6;
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private CsvTable() {}

    /** The text; each row has a cell for each word of the header. */
    public static String of(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header);
            for (List<String> row : rows) {
                csv.writeRecord(row.stream().map(CsvTable::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A value as a cell: nothing where it is unknown, decimals without an exponent. */
    public static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** A row of such cells. */
    public static List<String> row(@Nullable Object... values) {
        return Arrays.stream(values).map(CsvTable::cell).toList();
    }

    /** Millionths as a fraction of one. */
    public static String fraction(int millionths) {
        return BigDecimal.valueOf(millionths, DIGITS).toPlainString();
    }

    /** What other people wrote: text also where it reads as a number below zero. */
    public static String text(@Nullable Object value) {
        String cell = cell(value);
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    private static String harmless(String cell) {
        return NUMBER.matcher(cell).matches() ? cell : text(cell);
    }
}

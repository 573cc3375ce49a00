package io.playcaller.forecast.ledger.in;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Rows as CSV (UTF-8, RFC 4180). */
final class Csv {

    /** What a spreadsheet would take for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    static String of(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What other people wrote, so that no spreadsheet reckons with it. */
    static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}

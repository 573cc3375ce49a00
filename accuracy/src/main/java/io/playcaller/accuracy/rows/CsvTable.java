package io.playcaller.accuracy.rows;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A CSV file with a header, plain or gzipped, and its faults: the first twenty, then no more is read. */
public final class CsvTable {

    private static final int MOST_FAULTS = 20;
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final List<String> faults = new ArrayList<>();

    /** @param path gzipped where its name ends with {@code .gz} */
    public CsvTable(Path path) {
        this.path = path;
    }

    /** @throws RowsException when the file cannot be read, has no such columns, or {@link #fault} was called */
    public void forEach(List<String> columns, Consumer<NamedCsvRecord> row) {
        try (CsvReader<NamedCsvRecord> reader = open()) {
            boolean first = true;
            for (NamedCsvRecord line : reader) {
                if (first) {
                    requireColumns(line.getHeader(), columns);
                    first = false;
                }
                row.accept(line);
                if (faults.size() >= MOST_FAULTS) {
                    break;
                }
            }
            if (first) {
                faults.add(path + ": has no rows; it must begin with the columns " + String.join(",", columns));
            }
        } catch (IOException e) {
            throw new RowsException("cannot read %s: %s".formatted(path, e), e);
        } catch (CsvParseException e) {
            throw new RowsException("%s is no CSV: %s".formatted(path, e.getMessage()), e);
        }
        if (!faults.isEmpty()) {
            throw new RowsException(faults);
        }
    }

    /** Says that {@code column} of a row is wrong. */
    public void fault(NamedCsvRecord row, String column, String message) {
        faults.add(String.format(Locale.ROOT, "%s:%d %s: %s", path, row.getStartingLineNumber(), column, message));
    }

    /** The stripped text of a column that must not be empty; empty and a fault when it is. */
    public String text(NamedCsvRecord row, String column) {
        String text = optional(row, column);
        if (text.isEmpty()) {
            fault(row, column, "is empty");
        }
        return text;
    }

    /** The stripped text of a column; empty where it is empty or the line is short. */
    public static String optional(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private void requireColumns(List<String> header, List<String> columns) {
        List<String> missing =
                columns.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new RowsException(List.of("%s:1 has no column %s; its columns are %s"
                    .formatted(path, String.join(", ", missing), String.join(", ", header))));
        }
    }

    @SuppressWarnings("MustBeClosed")
    private CsvReader<NamedCsvRecord> open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        InputStream text = path.toString().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER) : bytes;
        return CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(text, StandardCharsets.UTF_8));
    }
}

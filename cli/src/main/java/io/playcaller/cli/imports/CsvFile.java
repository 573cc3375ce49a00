package io.playcaller.cli.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.playcaller.cli.Refused;
import io.playcaller.mapping.Row;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A CSV file with a header, plain or gzipped, read as a stream. */
final class CsvFile {

    private final Path path;

    private CsvFile(Path path) {
        this.path = path;
    }

    /** The file of that name in {@code folder}, or the same with {@code .gz}. */
    static CsvFile find(Path folder, String name) {
        for (Path candidate : List.of(folder.resolve(name), folder.resolve(name + ".gz"))) {
            if (Files.isRegularFile(candidate)) {
                return new CsvFile(candidate);
            }
        }
        throw new Refused("%s has no %s and no %s.gz; name the folder that holds the files of the mapping"
                .formatted(folder, name, name));
    }

    /** Text by column, stripped. */
    static Row row(NamedCsvRecord record) {
        return column -> record.findField(column).orElse("").strip();
    }

    List<String> header() {
        try (CsvReader<NamedCsvRecord> reader = open()) {
            var first = reader.stream().findFirst();
            return first.map(NamedCsvRecord::getHeader).orElse(List.of());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    void forEach(Consumer<NamedCsvRecord> row) {
        try (CsvReader<NamedCsvRecord> reader = open()) {
            reader.forEach(row);
        } catch (IOException e) {
            throw unreadable(e);
        } catch (de.siegmar.fastcsv.reader.CsvParseException e) {
            throw new Refused("%s is no CSV: %s".formatted(path, e.getMessage()), e);
        }
    }

    @SuppressWarnings("MustBeClosed")
    private CsvReader<NamedCsvRecord> open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        InputStream text = path.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        return CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(text, StandardCharsets.UTF_8));
    }

    private Refused unreadable(IOException e) {
        return new Refused("cannot read %s: %s".formatted(path, e.getMessage()), e);
    }
}

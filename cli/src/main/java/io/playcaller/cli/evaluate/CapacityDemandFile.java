package io.playcaller.cli.evaluate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.playcaller.cli.Refused;
import io.playcaller.forecast.engine.capacity.Promise;
import io.playcaller.forecast.engine.capacity.Sharing;
import io.playcaller.forecast.engine.capacity.WorkStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Work by role as people write it, a stream a row: {@code role,sharing,attainment,within,busiest,stream,tasks,minutes}, tasks of a
 * quarter. What is said of a role in its first row holds.
 */
final class CapacityDemandFile {

    private CapacityDemandFile() {}

    /** @throws Refused naming the line and what is wrong in it */
    static List<CapacityRole> read(Path file) throws IOException {
        Map<String, List<NamedCsvRecord>> byRole = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file);
                Stream<NamedCsvRecord> rows = csv.stream()) {
            rows.forEach(row -> byRole.computeIfAbsent(cell(row, "role"), none -> new ArrayList<>())
                    .add(row));
        }
        List<CapacityRole> roles = new ArrayList<>();
        byRole.forEach((name, rows) -> roles.add(role(name, rows)));
        return roles;
    }

    private static CapacityRole role(String name, List<NamedCsvRecord> rows) {
        NamedCsvRecord first = rows.get(0);
        try {
            Promise promise =
                    new Promise(Integer.parseInt(cell(first, "attainment")), Integer.parseInt(cell(first, "within")));
            List<WorkStream> streams =
                    rows.stream().map(CapacityDemandFile::stream).toList();
            return CapacityRole.of(name, sharing(first), promise, Integer.parseInt(cell(first, "busiest")), streams);
        } catch (IllegalArgumentException e) {
            throw refused(first, String.valueOf(e.getMessage()), e);
        }
    }

    private static WorkStream stream(NamedCsvRecord row) {
        try {
            return new WorkStream(
                    cell(row, "stream"),
                    Double.parseDouble(cell(row, "tasks")),
                    Double.parseDouble(cell(row, "minutes")));
        } catch (IllegalArgumentException e) {
            throw refused(row, String.valueOf(e.getMessage()), e);
        }
    }

    private static Sharing sharing(NamedCsvRecord row) {
        String word = cell(row, "sharing");
        return Stream.of(Sharing.values())
                .filter(sharing -> sharing.key().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("sharing must be pool or own-book, is " + word));
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column)
                .orElseThrow(() -> new Refused("line " + row.getStartingLineNumber() + " has no column " + column));
    }

    private static Refused refused(NamedCsvRecord row, String why, Exception cause) {
        return new Refused("line " + row.getStartingLineNumber() + ": " + why, cause);
    }
}

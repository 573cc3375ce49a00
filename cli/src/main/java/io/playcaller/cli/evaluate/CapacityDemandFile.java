package io.playcaller.cli.evaluate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.playcaller.accuracy.rows.CsvTable;
import io.playcaller.accuracy.rows.RowsException;
import io.playcaller.forecast.engine.capacity.Promise;
import io.playcaller.forecast.engine.capacity.Sharing;
import io.playcaller.forecast.engine.capacity.WorkStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Work by role as people write it, a stream a row: {@code role,sharing,attainment,within,busiest,stream,tasks,minutes}, tasks of a
 * quarter. What is said of a role in its first row holds. Numbers have the bounds that they have in {@code capacity.yaml}.
 */
final class CapacityDemandFile {

    private static final List<String> COLUMNS =
            List.of("role", "sharing", "attainment", "within", "busiest", "stream", "tasks", "minutes");
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_MINUTES = 10_000;

    private final CsvTable table;
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private int rows;

    private CapacityDemandFile(Path path) {
        this.table = new CsvTable(path);
    }

    private record Row(long line, WorkStream stream) {

        double minutes() {
            return stream.tasks() * stream.minutes();
        }
    }

    /** @param rows so far */
    private record Role(Sharing sharing, Promise promise, int busiest, List<Row> rows) {

        CapacityRole named(String name) {
            return CapacityRole.of(
                    name,
                    sharing,
                    promise,
                    busiest,
                    rows.stream().map(Row::stream).toList());
        }

        long heaviestLine() {
            return rows.stream()
                    .max(Comparator.comparingDouble(Row::minutes))
                    .orElseThrow()
                    .line();
        }
    }

    /**
     * The roles in the order in which they come.
     *
     * @param days that are to be played
     * @throws RowsException listing what is wrong, with file, line and column; also that a role has more work than is played
     */
    static List<CapacityRole> read(Path path, int days) {
        CapacityDemandFile file = new CapacityDemandFile(path);
        file.table.forEach(COLUMNS, file::add);
        List<CapacityRole> checked = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        file.roles.forEach((name, said) -> {
            CapacityRole role = said.named(name);
            RehearsalLimit.passedBy(role, days)
                    .ifPresent(why -> faults.add("%s:%d tasks: %s".formatted(path, said.heaviestLine(), why)));
            checked.add(role);
        });
        if (!faults.isEmpty()) {
            throw new RowsException(faults);
        }
        return checked;
    }

    private void add(NamedCsvRecord row) {
        rows++;
        if (rows > MOST_ROWS) {
            if (rows == MOST_ROWS + 1) {
                table.fault(row, "stream", "is one row too many; write at most %,d".formatted(MOST_ROWS));
            }
            return;
        }
        Role role = roles.computeIfAbsent(table.text(row, "role"), first -> role(row));
        role.rows().add(new Row(row.getStartingLineNumber(), stream(row)));
    }

    private Role role(NamedCsvRecord row) {
        Promise promise = new Promise(integer(row, "attainment", 1, 99), integer(row, "within", 0, MOST_MINUTES));
        return new Role(sharing(row), promise, integer(row, "busiest", 1, 100), new ArrayList<>());
    }

    private WorkStream stream(NamedCsvRecord row) {
        return new WorkStream(
                table.text(row, "stream"),
                number(row, "tasks", 0, Double.MAX_VALUE, "it must be a number from 0"),
                number(row, "minutes", 1, MOST_MINUTES, "it must be a number from 1 to %,d".formatted(MOST_MINUTES)));
    }

    private Sharing sharing(NamedCsvRecord row) {
        String word = table.text(row, "sharing");
        return Stream.of(Sharing.values())
                .filter(sharing -> sharing.key().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    table.fault(row, "sharing", "is " + word + "; it must be pool or own-book");
                    return Sharing.POOL;
                });
    }

    private int integer(NamedCsvRecord row, String column, int least, int most) {
        String must = "it must be a whole number from %,d to %,d".formatted(least, most);
        double number = number(row, column, least, most, must);
        if (number != Math.rint(number)) {
            table.fault(row, column, "is " + CsvTable.optional(row, column) + "; " + must);
        }
        return (int) number;
    }

    /** {@code least} and a fault where it is no such number. */
    private double number(NamedCsvRecord row, String column, double least, double most, String must) {
        String text = CsvTable.optional(row, column);
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number that is none of these
        }
        table.fault(row, column, (text.isEmpty() ? "is empty" : "is " + text) + "; " + must);
        return least;
    }
}

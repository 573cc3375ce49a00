package io.playcaller.forecast.lab.file;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.playcaller.accuracy.rows.CsvTable;
import io.playcaller.accuracy.rows.RowsException;
import io.playcaller.forecast.lab.file.ContractRow.Money;
import io.playcaller.forecast.lab.file.ContractRow.Outcome;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of contracts: a row each, with the columns {@code id} and {@code outcome}, and where there are such {@code account},
 * {@code starts}, {@code ends}, {@code arr}, {@code currency} and {@code amount}. Every other column is a feature.
 */
public final class ContractFile {

    private static final List<String> REQUIRED = List.of("id", "outcome");
    private static final Set<String> NO_FEATURE =
            Set.of("id", "account", "starts", "ends", "arr", "currency", "outcome", "amount");

    private final CsvTable table;
    private final List<ContractRow> rows = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private ContractFile(Path path) {
        this.table = new CsvTable(path);
    }

    /** @throws RowsException listing what is wrong, with file, line and column */
    public static List<ContractRow> read(Path path) {
        ContractFile file = new ContractFile(path);
        file.table.forEach(REQUIRED, file::add);
        file.requireBothEnds(path);
        return List.copyOf(file.rows);
    }

    private void add(NamedCsvRecord line) {
        String id = table.text(line, "id");
        if (!ids.add(id)) {
            table.fault(line, "id", id + " is there twice");
        }
        String account = CsvTable.optional(line, "account");
        LocalDate starts = date(line, "starts");
        LocalDate ends = date(line, "ends");
        if (starts != null && ends != null && !ends.isAfter(starts)) {
            table.fault(line, "ends", ends + " is not after starts, " + starts);
        }
        Outcome outcome = outcome(line);
        Map<String, String> known = new LinkedHashMap<>();
        line.getHeader().stream()
                .filter(column -> !NO_FEATURE.contains(column))
                .forEach(column -> known.put(column, CsvTable.optional(line, column)));
        rows.add(new ContractRow(id, account.isEmpty() ? id : account, ends, money(line, outcome), outcome, known));
    }

    private Outcome outcome(NamedCsvRecord line) {
        String text = table.text(line, "outcome");
        try {
            return Outcome.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            table.fault(line, "outcome", "is " + text + "; it must be renewed, contracted, expanded or lost");
            return Outcome.RENEWED;
        }
    }

    private @Nullable LocalDate date(NamedCsvRecord line, String column) {
        String text = CsvTable.optional(line, column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            table.fault(line, column, "is " + text + "; it must be a date such as 2026-03-01");
            return null;
        }
    }

    private @Nullable Money money(NamedCsvRecord line, Outcome outcome) {
        double arr = number(line, "arr");
        double amount = number(line, "amount");
        if (Double.isNaN(arr)) {
            return null;
        }
        if (arr <= 0) {
            table.fault(line, "arr", "is " + CsvTable.optional(line, "arr") + "; it must be above 0");
        }
        if (outcome == Outcome.LOST && amount > 0) {
            table.fault(line, "amount", "is " + CsvTable.optional(line, "amount") + ", but the contract was lost");
        }
        double kept = outcome == Outcome.LOST ? 0 : Double.isNaN(amount) ? arr : amount;
        return new Money(arr, kept, CsvTable.optional(line, "currency"));
    }

    private double number(NamedCsvRecord line, String column) {
        String text = CsvTable.optional(line, column);
        double number = Numbers.of(text);
        if (Double.isNaN(number) && !text.isEmpty()) {
            table.fault(line, column, "is " + text + "; it must be a number");
        }
        if (number < 0) {
            table.fault(line, column, "is " + text + "; it must not be negative");
        }
        return number;
    }

    private void requireBothEnds(Path path) {
        long lost = rows.stream().filter(ContractRow::lost).count();
        if (lost == 0 || lost == rows.size()) {
            throw new RowsException(List.of(
                    "%s outcome: %d of %d were lost; both ends must be there".formatted(path, lost, rows.size())));
        }
        long dated = rows.stream().filter(row -> row.ends() != null).count();
        if (dated != 0 && dated != rows.size()) {
            throw new RowsException(List.of(
                    "%s ends: %d of %d have a date; all must have one, or none".formatted(path, dated, rows.size())));
        }
    }
}

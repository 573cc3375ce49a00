package io.playcaller.lab.rows;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.playcaller.accuracy.rows.CsvTable;
import io.playcaller.accuracy.rows.RowsException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happened, by account and in the order of time: a file with the columns {@code account_id}, {@code ts}, {@code type}
 * and {@code value}, in any order of rows.
 */
public final class EventRows {

    private static final List<String> COLUMNS = List.of("account_id", "ts", "type", "value");
    private static final int NOON_MILLIS = (int) Duration.ofHours(12).toMillis();

    private final Map<String, List<Row>> byAccount;

    private EventRows(Map<String, List<Row>> byAccount) {
        this.byAccount = byAccount;
    }

    /** @throws RowsException listing what is wrong */
    public static EventRows read(Path path) {
        CsvTable table = new CsvTable(path);
        Map<String, List<Row>> rows = new TreeMap<>();
        Map<String, String> types = new HashMap<>();
        table.forEach(COLUMNS, line -> {
            List<Row> account = rows.computeIfAbsent(table.text(line, "account_id"), name -> new ArrayList<>());
            Optional<Moment> moment = moment(table, line);
            String type = table.text(line, "type");
            String oneType = types.computeIfAbsent(type, same -> same);
            BigDecimal value = value(table, line);
            moment.ifPresent(
                    at -> account.add(new Row(at.noon(), at.end(), oneType, value, line.getStartingLineNumber())));
        });
        rows.values().forEach(EventRows::order);
        return new EventRows(rows);
    }

    /** Of an account that no row names: none. */
    public List<Row> of(String account) {
        return Collections.unmodifiableList(byAccount.getOrDefault(account, List.of()));
    }

    public Collection<String> accounts() {
        return Collections.unmodifiableCollection(byAccount.keySet());
    }

    public long size() {
        return byAccount.values().stream().mapToLong(List::size).sum();
    }

    private static Optional<Moment> moment(CsvTable table, NamedCsvRecord line) {
        String text = table.text(line, "ts");
        Optional<Moment> moment = Moment.of(text);
        if (moment.isEmpty() && !text.isEmpty()) {
            table.fault(
                    line,
                    "ts",
                    "`" + text + "` is neither a date such as 2026-03-01 nor a time such as" + " 2026-03-01T09:30:00Z");
        }
        return moment;
    }

    private static @Nullable BigDecimal value(CsvTable table, NamedCsvRecord line) {
        String text = CsvTable.optional(line, "value");
        try {
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            table.fault(line, "value", "`" + text + "` is no number");
            return null;
        }
    }

    /** By time, and in the order of the file where that is the same; rows of one date get times of their own. */
    private static void order(List<Row> rows) {
        rows.sort(Comparator.comparing(Row::at));
        int sameTime = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean same = i > 0 && rows.get(i - 1).endsAt().equals(row.endsAt());
            sameTime = same ? sameTime + 1 : 0;
            if (sameTime > 0 && !row.at().equals(row.endsAt())) {
                rows.set(
                        i,
                        new Row(
                                row.at().plusMillis(Math.min(sameTime, NOON_MILLIS - 1)),
                                row.endsAt(),
                                row.type(),
                                row.value(),
                                row.line()));
            }
        }
    }
}

package io.playcaller.lab.rows;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.playcaller.accuracy.rows.CsvTable;
import io.playcaller.accuracy.rows.RowsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How it ended: a file with the columns {@code account_id}, {@code as_of} and one of 0 and 1, where 1 is a bad end.
 *
 * @param all in the order of account and time
 */
public record Labels(List<Label> all) {

    public Labels {
        all = List.copyOf(all);
    }

    /**
     * @param outcome the column of 0 and 1
     * @throws RowsException listing what is wrong
     */
    public static Labels read(Path path, String outcome) {
        CsvTable table = new CsvTable(path);
        Map<String, Map<Instant, Label>> labels = new TreeMap<>();
        table.forEach(List.of("account_id", "as_of", outcome), line -> {
            Label label = label(table, line, outcome);
            if (labels.computeIfAbsent(label.account(), name -> new TreeMap<>()).put(label.at(), label) != null) {
                table.fault(line, "as_of", label.account() + " has two labels as of " + label.asOf());
            }
        });
        Labels read = new Labels(labels.values().stream()
                .flatMap(account -> account.values().stream())
                .toList());
        read.requireBothEnds(path, outcome);
        return read;
    }

    public Map<String, List<Label>> byAccount() {
        return all.stream().collect(Collectors.groupingBy(Label::account, TreeMap::new, Collectors.toList()));
    }

    public int positives() {
        return (int) all.stream().filter(Label::bad).count();
    }

    /** @throws RowsException naming accounts that have a label and no row at all */
    public void requireRows(Path path, EventRows rows) {
        Set<String> known = new HashSet<>(rows.accounts());
        List<String> strangers = new ArrayList<>(byAccount().keySet());
        strangers.removeIf(known::contains);
        if (strangers.size() == byAccount().size()) {
            throw new RowsException(
                    List.of("%s account_id: no account has any event, such as %s; do both files name accounts alike?"
                            .formatted(path, strangers.get(0))));
        }
    }

    /**
     * The time from which on units are judged.
     *
     * @throws RowsException when {@code asOf} is no time, or leaves nothing to tell apart before it or from it on
     */
    public Instant since(String asOf, Path path) {
        Instant since = Moment.of(asOf)
                .map(Moment::end)
                .orElseThrow(() -> new RowsException(List.of("--since: `" + asOf + "` is neither a date nor a time")));
        for (boolean later : new boolean[] {false, true}) {
            List<Label> side = all.stream()
                    .filter(label -> later != label.at().isBefore(since))
                    .toList();
            if (side.stream().map(Label::bad).distinct().count() < 2) {
                throw new RowsException(List.of("--since %s: of the %d units of %s %s it all ended alike"
                        .formatted(asOf, side.size(), path, later ? "from" : "before")));
            }
        }
        return since;
    }

    private void requireBothEnds(Path path, String outcome) {
        int bad = positives();
        if (bad == 0 || bad == all.size()) {
            throw new RowsException(List.of("%s %s: is %d in each of %d rows; there is nothing to tell apart"
                    .formatted(path, outcome, bad == 0 ? 0 : 1, all.size())));
        }
    }

    private static Label label(CsvTable table, NamedCsvRecord line, String outcome) {
        String account = table.text(line, "account_id");
        String asOf = table.text(line, "as_of");
        Moment moment = Moment.of(asOf).orElseGet(() -> {
            table.fault(line, "as_of", "`" + asOf + "` is neither a date nor a time with its offset");
            return new Moment(Instant.EPOCH, Instant.EPOCH);
        });
        String end = CsvTable.optional(line, outcome);
        if (!end.equals("0") && !end.equals("1")) {
            table.fault(line, outcome, "`" + end + "` is neither 0 nor 1");
        }
        String unit = CsvTable.optional(line, "unit_id");
        return new Label(unit.isEmpty() ? account + "@" + asOf : unit, account, asOf, moment.end(), end.equals("1"));
    }
}

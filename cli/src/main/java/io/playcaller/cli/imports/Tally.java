package io.playcaller.cli.imports;

import io.playcaller.cli.door.Outcome;
import io.playcaller.mapping.RowFault;
import io.playcaller.mapping.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of every row: each counts once. Safe for use by several threads. */
final class Tally {

    private final Map<Section, Counts> sections = new LinkedHashMap<>();

    private static final class Counts {
        private long rows;
        private long accepted;
        private long unchanged;
        private long leftOut;
        private final Map<String, Reason> refused = new TreeMap<>();

        private long refusedRows() {
            return refused.values().stream().mapToLong(reason -> reason.rows).sum();
        }
    }

    private static final class Reason {
        private final String example;
        private long rows;

        private Reason(String example) {
            this.example = example;
        }
    }

    synchronized void row(Section section) {
        counts(section).rows++;
    }

    /** A row that the section does not take. */
    synchronized void leftOut(Section section) {
        counts(section).leftOut++;
    }

    synchronized void refused(Section section, RowFault fault) {
        refuse(section, fault.key(), fault.detail());
    }

    synchronized void delivered(Section section, Outcome outcome) {
        if (outcome instanceof Outcome.Refused no) {
            refuse(section, "the door: " + no.code(), no.detail());
        } else if (outcome instanceof Outcome.Accepted) {
            counts(section).accepted++;
        } else {
            counts(section).unchanged++;
        }
    }

    private void refuse(Section section, String key, String example) {
        counts(section).refused.computeIfAbsent(key, first -> new Reason(example)).rows++;
    }

    private Counts counts(Section section) {
        return sections.computeIfAbsent(section, key -> new Counts());
    }

    /** How many rows changed anything. */
    synchronized long changes() {
        return sections.values().stream().mapToLong(counts -> counts.accepted).sum();
    }

    /** The closing table; each line adds up to the rows of its file. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line("", "rows", "accepted", "unchanged", "left out", "refused"));
        Counts sum = new Counts();
        long refused = 0;
        for (Map.Entry<Section, Counts> entry : sections.entrySet()) {
            Counts counts = entry.getValue();
            lines.add(line(entry.getKey().title(), counts, counts.refusedRows()));
            sum.rows += counts.rows;
            sum.accepted += counts.accepted;
            sum.unchanged += counts.unchanged;
            sum.leftOut += counts.leftOut;
            refused += counts.refusedRows();
        }
        lines.add(line("total", sum, refused));
        readTwice(lines);
        reasons(lines);
        return lines;
    }

    /** A file that becomes two things has two lines above, and its rows once here. */
    private void readTwice(List<String> lines) {
        Map<String, Long> byFile = new TreeMap<>();
        sections.forEach((section, counts) -> byFile.put(section.file(), counts.rows));
        if (byFile.size() < sections.size()) {
            long rows = byFile.values().stream().mapToLong(Long::longValue).sum();
            lines.add(line(byFile.size() + " files, each counted once", number(rows), "", "", "", ""));
        }
    }

    private void reasons(List<String> lines) {
        sections.forEach((section, counts) -> {
            counts.refused.forEach((key, reason) -> lines.add(String.format(
                    Locale.ROOT,
                    "  %,8d refused of %s: %s, such as: %s",
                    reason.rows,
                    section.title(),
                    key,
                    reason.example)));
            if (counts.leftOut > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %,8d left out of %s: they have no %s",
                        counts.leftOut,
                        section.title(),
                        section.whenFilled()));
            }
        });
    }

    private static String line(String title, Counts counts, long refused) {
        return line(
                title,
                number(counts.rows),
                number(counts.accepted),
                number(counts.unchanged),
                number(counts.leftOut),
                number(refused));
    }

    private static String line(
            String title, String rows, String accepted, String unchanged, String leftOut, String refused) {
        return String.format(
                Locale.ROOT, "%-44s %9s %9s %9s %9s %9s", title, rows, accepted, unchanged, leftOut, refused);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}

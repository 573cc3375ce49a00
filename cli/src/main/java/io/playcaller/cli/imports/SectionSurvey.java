package io.playcaller.cli.imports;

import io.playcaller.mapping.Note;
import io.playcaller.mapping.RowReader;
import io.playcaller.mapping.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the survey found in one section: counts, and the few values that cannot be used. */
final class SectionSurvey {

    private static final int MOST_SAMPLES = 200;

    private final Section section;
    private final Map<String, FieldSurvey> fields = new LinkedHashMap<>();
    private final Map<Note, Long> notes = new LinkedHashMap<>();
    private final Set<String> accounts = new HashSet<>();
    private long rows;
    private long taken;

    SectionSurvey(Section section) {
        this.section = section;
        section.fields().keySet().forEach(field -> fields.put(field, new FieldSurvey()));
    }

    /** How full a field is. */
    static final class FieldSurvey {
        private long present;
        private final Map<String, Long> faults = new HashMap<>();

        long present() {
            return present;
        }

        /** Details of what cannot be read, with how often each comes. */
        Map<String, Long> faults() {
            return new TreeMap<>(faults);
        }

        long faulty() {
            return faults.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    void row() {
        rows++;
    }

    void taken() {
        taken++;
    }

    void field(String name, RowReader.Reading reading) {
        FieldSurvey field = fields.computeIfAbsent(name, key -> new FieldSurvey());
        if (reading instanceof RowReader.Reading.Present) {
            field.present++;
        } else if (reading instanceof RowReader.Reading.Faulty faulty) {
            String detail = faulty.fault().detail();
            field.faults.merge(field.faults.size() < MOST_SAMPLES ? detail : "others", 1L, Long::sum);
        }
    }

    void note(Note note) {
        notes.merge(note, 1L, Long::sum);
    }

    void account(String id) {
        accounts.add(id);
    }

    /** What people should know of rows that went in all the same. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        fields.forEach((name, field) -> field.faults.forEach((detail, count) -> {
            if (section.kind().field(name).filter(known -> !known.refuses()).isPresent()) {
                remarks.add(String.format(
                        Locale.ROOT, "  %,8d of %s without %s: %s", count, section.title(), name, detail));
            }
        }));
        notes.forEach((note, count) ->
                remarks.add(String.format(Locale.ROOT, "  %,8d of %s %s", count, section.title(), note.text())));
        return remarks;
    }

    Section section() {
        return section;
    }

    Map<String, FieldSurvey> fields() {
        return fields;
    }

    Map<Note, Long> notes() {
        return notes;
    }

    /** The accounts that its rows name. */
    Set<String> accounts() {
        return accounts;
    }

    long rows() {
        return rows;
    }

    long takenRows() {
        return taken;
    }
}

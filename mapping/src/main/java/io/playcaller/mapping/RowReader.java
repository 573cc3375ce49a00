package io.playcaller.mapping;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows of one section: each field by its specification. The survey and the delivery read alike. */
public final class RowReader {

    private final Section section;
    private final Map<String, Field> fields = new HashMap<>();
    private final Scalars scalars;
    private final Lookups lookups;
    private final Shift shift;

    public RowReader(Section section, Scalars scalars, Lookups lookups, Shift shift) {
        this.section = section;
        section.fields()
                .keySet()
                .forEach(name -> section.kind().field(name).ifPresent(field -> fields.put(name, field)));
        this.scalars = scalars;
        this.lookups = lookups;
        this.shift = shift;
    }

    /** A field of a row: read, empty, or not to be read. */
    public sealed interface Reading {
        record Present(Object value) implements Reading {}

        record Absent() implements Reading {}

        record Faulty(RowFault fault) implements Reading {}
    }

    /** What a whole row came to. */
    public sealed interface Result {
        record Read(Values values) implements Result {}

        record Refused(RowFault fault) implements Result {}
    }

    /** Whether the section takes the row at all. */
    public boolean takes(Row row) {
        return section.whenFilled() == null || !row.text(section.whenFilled()).isEmpty();
    }

    public String id(Row row) {
        return row.text(section.id());
    }

    /**
     * A row without what its kind requires is refused, and one with a field that must not be wrong and is. Any other
     * field that cannot be read is left empty.
     */
    public Result read(Row row) {
        if (id(row).isEmpty()) {
            return new Result.Refused(RowFault.missing("id", section.id()));
        }
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<String, ValueSpec> entry : section.fields().entrySet()) {
            Reading reading = field(entry.getKey(), row);
            if (reading instanceof Reading.Faulty faulty && refuses(entry.getKey())) {
                return new Result.Refused(faulty.fault());
            }
            if (reading instanceof Reading.Present present) {
                values.put(entry.getKey(), present.value());
            }
        }
        return new Result.Read(new Values(id(row), values));
    }

    private boolean refuses(String name) {
        Field field = fields.get(name);
        return field != null && field.refuses();
    }

    /** One field, also of a row that is refused for another. */
    public Reading field(String name, Row row) {
        ValueSpec spec = section.fields().get(name);
        Field field = fields.get(name);
        if (spec == null || field == null) {
            return new Reading.Absent();
        }
        String raw = raw(spec, row);
        String text = translated(spec, raw);
        if (text == null || text.isEmpty()) {
            if (!raw.isEmpty() && text == null) {
                return new Reading.Faulty(RowFault.unmapped(name, raw));
            }
            return field.required() ? new Reading.Faulty(RowFault.missing(name, origin(spec))) : new Reading.Absent();
        }
        return scalars.read(field, text)
                .map(value -> moved(spec, row, value))
                .<Reading>map(Reading.Present::new)
                .orElseGet(() -> new Reading.Faulty(RowFault.unreadable(name, text, scalars.expected(field))));
    }

    private String raw(ValueSpec spec, Row row) {
        if (spec.constant() != null) {
            return spec.constant();
        }
        if (spec.lookup() != null) {
            return lookups.find(spec.lookup(), row).orElse("");
        }
        return spec.column() == null ? "" : row.text(spec.column());
    }

    private static @Nullable String translated(ValueSpec spec, String raw) {
        if (raw.isEmpty() || spec.translations().isEmpty()) {
            return raw.isEmpty() ? spec.otherwise() : raw;
        }
        return spec.translations().getOrDefault(raw, spec.otherwise());
    }

    private Object moved(ValueSpec spec, Row row, Object value) {
        if (value instanceof Instant time) {
            return shift.of(time.plus(minutes(spec, row)));
        }
        return value instanceof LocalDate day ? shift.of(day) : value;
    }

    private static Duration minutes(ValueSpec spec, Row row) {
        if (spec.plusMinutes() == null) {
            return Duration.ZERO;
        }
        String text = row.text(spec.plusMinutes());
        return text.matches("\\d{1,9}") ? Duration.ofMinutes(Long.parseLong(text)) : Duration.ZERO;
    }

    private static String origin(ValueSpec spec) {
        Lookup lookup = spec.lookup();
        return lookup == null
                ? String.valueOf(spec.column())
                : "%s of %s for this %s".formatted(lookup.column(), lookup.file(), lookup.by());
    }

    /** Whether a note of the section holds for the row. */
    public boolean holds(Note note, Row row) {
        String text = row.text(note.column());
        if (!note.is().isEmpty() && !note.is().contains(text)) {
            return false;
        }
        if (note.missingIn() != null && lookups.find(note.missingIn(), row).isPresent()) {
            return false;
        }
        return note.before() == null || isBefore(text, lookups.find(note.before(), row));
    }

    private boolean isBefore(String text, Optional<String> other) {
        try {
            return other.isPresent() && scalars.time(text).isBefore(scalars.time(other.get()));
        } catch (java.time.DateTimeException noDate) {
            return false;
        }
    }
}

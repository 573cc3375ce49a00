package io.playcaller.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file and what its rows become.
 *
 * @param file its name; {@code .gz} may follow in the folder
 * @param id the column that names a row: the same row has the same id in every import
 * @param whenFilled only rows that have something in this column are taken
 * @param withinDays of a {@link Kind#LOSS}: how far it may be from the end of the contract that it explains
 * @param line in the mapping
 */
public record Section(
        String file,
        Kind kind,
        String id,
        Map<String, ValueSpec> fields,
        @Nullable String whenFilled,
        int withinDays,
        List<Note> notes,
        int line) {

    /** What people call it. */
    public String title() {
        return file + " → " + kind.word();
    }

    public Optional<ValueSpec> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Every column that it reads, with the line that asks for it. */
    public Stream<Map.Entry<String, Integer>> columns() {
        Stream<Map.Entry<String, Integer>> own =
                Stream.of(id, whenFilled).filter(java.util.Objects::nonNull).map(column -> Map.entry(column, line));
        Stream<Map.Entry<String, Integer>> ofFields = fields.values().stream()
                .flatMap(spec -> Stream.of(
                                spec.column(),
                                spec.plusMinutes(),
                                spec.lookup() == null ? null : spec.lookup().by())
                        .filter(java.util.Objects::nonNull)
                        .map(column -> Map.entry(column, spec.line())));
        Stream<Map.Entry<String, Integer>> ofNotes = notes.stream().map(note -> Map.entry(note.column(), line));
        return Stream.concat(own, Stream.concat(ofFields, ofNotes));
    }

    /** Every value of other files that it needs. */
    public Stream<Lookup> lookups() {
        Stream<@Nullable Lookup> ofFields = fields.values().stream().map(ValueSpec::lookup);
        Stream<@Nullable Lookup> ofNotes = notes.stream().flatMap(note -> Stream.of(note.before(), note.missingIn()));
        return Stream.concat(ofFields, ofNotes).flatMap(Stream::ofNullable);
    }
}

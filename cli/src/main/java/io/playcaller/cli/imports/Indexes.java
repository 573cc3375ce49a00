package io.playcaller.cli.imports;

import io.playcaller.mapping.Lookup;
import io.playcaller.mapping.Lookups;
import io.playcaller.mapping.Mapping;
import io.playcaller.mapping.Row;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What sections look up in other files, held in memory: two texts per row of those files. */
final class Indexes implements Lookups {

    private final Map<Lookup.Index, Map<String, String>> byIndex = new HashMap<>();

    private Indexes() {}

    static Indexes build(Mapping mapping, Path folder) {
        Set<Lookup.Index> wanted = new HashSet<>();
        mapping.sections()
                .forEach(section -> section.lookups().map(Lookup::index).forEach(wanted::add));
        Indexes indexes = new Indexes();
        for (Lookup.Index index : wanted) {
            Map<String, String> values = new HashMap<>();
            CsvFile.find(folder, index.file()).forEach(row -> {
                Row read = CsvFile.row(row);
                values.putIfAbsent(read.text(index.key()), read.text(index.column()));
            });
            indexes.byIndex.put(index, values);
        }
        return indexes;
    }

    @Override
    public Optional<String> find(Lookup lookup, Row row) {
        return Optional.ofNullable(
                        byIndex.getOrDefault(lookup.index(), Map.of()).get(row.text(lookup.by())))
                .filter(found -> !found.isEmpty());
    }
}

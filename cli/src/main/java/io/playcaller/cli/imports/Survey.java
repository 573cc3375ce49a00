package io.playcaller.cli.imports;

import io.playcaller.cli.Refused;
import io.playcaller.mapping.Field;
import io.playcaller.mapping.Kind;
import io.playcaller.mapping.Mapping;
import io.playcaller.mapping.Row;
import io.playcaller.mapping.RowReader;
import io.playcaller.mapping.Scalars;
import io.playcaller.mapping.Section;
import io.playcaller.mapping.Shift;
import io.playcaller.mapping.Values;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first reading of the files: checks columns against the mapping, measures how full each field is, finds which accounts
 * there are and are named, when the last thing happened, and which loss explains which end.
 */
final class Survey {

    private final Mapping mapping;
    private final Path folder;
    private final Scalars scalars;
    private final Indexes indexes;
    private final Losses losses = new Losses();
    private final Map<Section, SectionSurvey> sections = new LinkedHashMap<>();
    private final Set<String> accounts = new HashSet<>();
    private @Nullable Instant newest;

    private Survey(Mapping mapping, Path folder) {
        this.mapping = mapping;
        this.folder = folder;
        this.scalars = new Scalars(mapping);
        checkColumns(mapping, folder);
        this.indexes = Indexes.build(mapping, folder);
    }

    static Survey of(Mapping mapping, Path folder) {
        Survey survey = new Survey(mapping, folder);
        mapping.sections().forEach(survey::read);
        survey.losses.match();
        return survey;
    }

    private static void checkColumns(Mapping mapping, Path folder) {
        List<String> faults = new ArrayList<>();
        for (Section section : mapping.sections()) {
            List<String> header = CsvFile.find(folder, section.file()).header();
            section.columns()
                    .filter(column -> !header.contains(column.getKey()))
                    .forEach(column -> faults.add("%s:%d: %s has no column %s; it has %s"
                            .formatted(
                                    mapping.fileName(),
                                    column.getValue(),
                                    section.file(),
                                    column.getKey(),
                                    String.join(", ", header))));
        }
        if (!faults.isEmpty()) {
            throw new Refused(String.join("\n", faults));
        }
    }

    private void read(Section section) {
        RowReader reader = new RowReader(section, scalars, indexes, Shift.NONE);
        SectionSurvey found = new SectionSurvey(section);
        sections.put(section, found);
        CsvFile.find(folder, section.file()).forEach(record -> {
            Row row = CsvFile.row(record);
            found.row();
            if (reader.takes(row)) {
                found.taken();
                section.fields().keySet().forEach(field -> found.field(field, reader.field(field, row)));
                section.notes().stream().filter(note -> reader.holds(note, row)).forEach(found::note);
                if (reader.read(row) instanceof RowReader.Result.Read read) {
                    learn(section, read.values(), found);
                }
            }
        });
    }

    private void learn(Section section, Values values, SectionSurvey found) {
        if (section.kind() == Kind.ACCOUNT) {
            accounts.add(values.id());
        } else {
            found.account(section.kind().account(values));
        }
        section.kind().fields().values().stream()
                .filter(Field::happened)
                .map(field -> values.byField().get(field.name()))
                .forEach(this::happened);
        LocalDate ended = section.kind() == Kind.CONTRACT ? values.optionalDate("endedOn") : null;
        if (ended != null) {
            losses.ended(values.text("account"), values.id(), ended);
        }
        if (section.kind() == Kind.LOSS) {
            losses.add(loss(section, values));
        }
    }

    static Losses.Loss loss(Section section, Values values) {
        return new Losses.Loss(
                section, values.id(), values.text("account"), values.date("on"), values.optionalText("reason"));
    }

    private void happened(@Nullable Object time) {
        Instant at =
                time instanceof LocalDate day ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : (Instant) time;
        if (at != null && (newest == null || at.isAfter(newest))) {
            newest = at;
        }
    }

    Mapping mapping() {
        return mapping;
    }

    Path folder() {
        return folder;
    }

    Map<Section, SectionSurvey> sections() {
        return sections;
    }

    /** The accounts that the files themselves describe. */
    Set<String> accounts() {
        return accounts;
    }

    Losses losses() {
        return losses;
    }

    RowReader reader(Section section, Shift shift) {
        return new RowReader(section, scalars, indexes, shift);
    }

    /** When the last thing happened, unshifted. */
    Instant newest() {
        if (newest == null) {
            throw new Refused("no row of the files says when anything happened; nothing to import");
        }
        return newest;
    }

    long rows() {
        return sections.values().stream().mapToLong(SectionSurvey::rows).sum();
    }
}

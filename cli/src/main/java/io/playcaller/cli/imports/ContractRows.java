package io.playcaller.cli.imports;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.mapping.Kind;
import io.playcaller.mapping.Mapping;
import io.playcaller.mapping.Row;
import io.playcaller.mapping.RowReader;
import io.playcaller.mapping.Section;
import io.playcaller.mapping.Shift;
import io.playcaller.mapping.Values;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contracts of a folder of files, read as an import reads them.
 *
 * @param until the first day after the last thing that the files tell
 * @param refused rows that no import would take, each with why
 */
public record ContractRows(
        String currency, LocalDate until, int accounts, List<Stated> rows, List<RefusedRow> refused) {

    /**
     * A row that can be read: what it says itself, and the contract that an import makes of it.
     *
     * @param endedOn null while it goes on
     * @param arr minor units
     */
    public record Stated(LocalDate startsOn, @Nullable LocalDate endedOn, long arr, ContractRecord contract) {

        /** Whether the row says that something is paid on a day. */
        public boolean runsOn(LocalDate day) {
            return !day.isBefore(startsOn) && (endedOn == null || day.isBefore(endedOn));
        }
    }

    /** A row that cannot be taken. */
    public record RefusedRow(String id, String why) {}

    /** @param mappingName a file, or a mapping that ships */
    public static ContractRows read(String mappingName, Path folder) {
        Mapping mapping = KnownMappings.find(mappingName);
        Survey survey = Survey.of(mapping, folder);
        LocalDate last = LocalDate.ofInstant(survey.newest(), ZoneOffset.UTC);
        ContractRows read = new ContractRows(
                mapping.currency(), last.plusDays(1), survey.accounts().size(), new ArrayList<>(), new ArrayList<>());
        RegisterMaker maker = new RegisterMaker(mapping.currency(), last, survey.losses());
        Set<String> seen = new HashSet<>();
        mapping.sections().stream()
                .filter(section -> section.kind() == Kind.CONTRACT)
                .forEach(section -> read.take(section, survey, maker, seen));
        return read;
    }

    private void take(Section section, Survey survey, RegisterMaker maker, Set<String> seen) {
        RowReader reader = survey.reader(section, Shift.NONE);
        CsvFile.find(survey.folder(), section.file()).forEach(record -> {
            Row row = CsvFile.row(record);
            if (!reader.takes(row)) {
                return;
            }
            if (!seen.add(reader.id(row))) {
                refused.add(new RefusedRow(reader.id(row), "its id stands on an earlier row, which counts"));
            } else if (reader.read(row) instanceof RowReader.Result.Read taken) {
                rows.add(stated(taken.values(), maker));
            } else if (reader.read(row) instanceof RowReader.Result.Refused no) {
                refused.add(new RefusedRow(reader.id(row), no.fault().detail()));
            }
        });
    }

    private static Stated stated(Values values, RegisterMaker maker) {
        return new Stated(
                values.date("startsOn"), values.optionalDate("endedOn"), values.number("arr"), maker.contract(values));
    }
}

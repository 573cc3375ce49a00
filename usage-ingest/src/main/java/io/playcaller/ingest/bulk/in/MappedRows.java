package io.playcaller.ingest.bulk.in;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.mapping.Lookups;
import io.playcaller.mapping.Mapping;
import io.playcaller.mapping.RecordMaker;
import io.playcaller.mapping.Row;
import io.playcaller.mapping.RowFault;
import io.playcaller.mapping.RowReader;
import io.playcaller.mapping.Scalars;
import io.playcaller.mapping.Section;
import io.playcaller.mapping.Shift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows in their words, read through one section of a mapping, as the command's import reads them. */
final class MappedRows implements RowShape.Making, RowShape {

    private final Section section;
    private final RowReader reader;
    private final RecordMaker records;
    private final Survey survey;

    /** @param today the terms of a contract that began by then are renewals */
    MappedRows(Mapping mapping, Section section, LocalDate today, Survey survey) {
        this.section = section;
        this.reader = new RowReader(section, new Scalars(mapping), Lookups.NONE, Shift.NONE);
        this.records = new RecordMaker(mapping.currency(), today, contract -> Optional.empty());
        this.survey = survey;
    }

    @Override
    public RowShape ofObjects() {
        return this;
    }

    @Override
    public RowShape ofColumns(List<String> header) {
        List<FieldFault> faults = new ArrayList<>();
        Set<String> columns = new HashSet<>();
        header.stream()
                .filter(name -> !columns.add(name))
                .forEach(name -> faults.add(new FieldFault(name, "a column that comes once", "twice")));
        section.columns()
                .filter(asked -> !columns.contains(asked.getKey()))
                .forEach(asked -> faults.add(missing(asked)));
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("csv.header", faults));
        }
        return this;
    }

    private static FieldFault missing(Map.Entry<String, Integer> asked) {
        return new FieldFault(
                asked.getKey(),
                "a column of the header: line " + asked.getValue() + " of the mapping asks for it",
                "absent");
    }

    @Override
    public Step<ObjectNode> body(ObjectNode fields) {
        Row row = column -> text(fields, column);
        if (!reader.takes(row)) {
            return Step.refused(Refusal.of(Refusal.LEFT_OUT, "it has no " + section.whenFilled()));
        }
        section.fields().keySet().forEach(field -> note(field, reader.field(field, row)));
        RowReader.Result result = reader.read(row);
        if (result instanceof RowReader.Result.Refused no) {
            return Step.refused(refusal(no.fault()));
        }
        ObjectNode body = records.record(section.kind(), ((RowReader.Result.Read) result).values());
        String seen = text(fields, IF_MATCH);
        if (!seen.isEmpty()) {
            body.set(IF_MATCH, PointerColumns.value(IF_MATCH, seen));
        }
        return Step.kept(body);
    }

    @Override
    public @Nullable String id(ObjectNode fields) {
        return reader.id(column -> text(fields, column));
    }

    /** By name; of an object that stands in the row by its JSON pointer. */
    private static String text(ObjectNode fields, String column) {
        JsonNode value = column.startsWith("/") ? fields.at(column) : fields.path(column);
        return value.isNull() ? "" : value.asText().strip();
    }

    private void note(String field, RowReader.Reading reading) {
        if (reading instanceof RowReader.Reading.Present) {
            survey.filled(field);
        } else if (reading instanceof RowReader.Reading.Faulty faulty) {
            survey.unusable(field, faulty.fault().detail());
        }
    }

    private static Refusal refusal(RowFault fault) {
        String code = switch (fault.code()) {
            case RowFault.MISSING -> Refusal.FIELD_MISSING;
            case RowFault.UNMAPPED -> Refusal.VALUE_UNMAPPED;
            default -> Refusal.FIELD_INVALID;
        };
        String actual = fault.actual().isEmpty() ? "empty" : JsonFields.brief(fault.actual());
        return Refusal.field(code, fault.field(), fault.expected(), actual);
    }
}

package io.playcaller.ingest.bulk.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playcaller.chassis.problem.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of an upload.
 *
 * @param environment {@code test} when a test key sent it, and nothing is stored; null otherwise
 * @param preview whether it was only asked what would become of it
 * @param rows that were read; each is one of the following
 * @param created records that were not there before
 * @param changed records that are another version now
 * @param unchanged records that were stored exactly so
 * @param leftOut rows that the mapping does not take
 * @param outdated rows whose writer has seen another version
 * @param refused rows that cannot be used; each is kept in the dead letters
 * @param problems of the first rows that are outdated or refused
 * @param fields how full each field is, where that was asked for or a mapping was used
 * @param ended why it ended before its end; what was read until then is as it is said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkAnswer(
        String kind,
        @Nullable String environment,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean preview,
        long rows,
        long created,
        long changed,
        long unchanged,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long leftOut,
        long outdated,
        long refused,
        List<RowProblem> problems,
        @Nullable Map<String, FieldView> fields,
        @Nullable Problem ended) {

    /** How many problems an answer lists. */
    static final int MOST_PROBLEMS = 1_000;

    /**
     * A row that changed nothing, and why.
     *
     * @param line of the body on which it begins, from 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowProblem(long line, @Nullable String id, Problem problem) {}

    /**
     * How full a field is.
     *
     * @param filled rows that have it
     * @param unusable rows whose value has no word of ours, or is not of its kind
     * @param values what these say, with the number of rows
     */
    public record FieldView(
            long filled,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long unusable,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> values) {

        static FieldView of(Survey.Field field) {
            return new FieldView(field.filled(), field.unusable(), field.values());
        }
    }
}

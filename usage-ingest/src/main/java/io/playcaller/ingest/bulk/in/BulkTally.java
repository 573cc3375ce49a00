package io.playcaller.ingest.bulk.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.ingest.bulk.BulkRow;
import io.playcaller.ingest.bulk.RowOutcome;
import io.playcaller.ingest.register.in.RegisterProblems;
import io.playcaller.ingest.register.in.SeenVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the rows of one upload. */
final class BulkTally {

    /** Faults beyond which no further row is listed: one row may have thousands. */
    private static final int MOST_FAULTS = 10_000;

    private final BulkUpload upload;
    private final List<BulkAnswer.RowProblem> problems = new ArrayList<>();
    private long created;
    private long changed;
    private long unchanged;
    private long outdated;
    private long leftOut;
    private long refused;
    private long faults;

    BulkTally(BulkUpload upload) {
        this.upload = upload;
    }

    /** @param outcomes as many as {@code rows}, in their order */
    void add(List<BulkRow> rows, List<RowOutcome> outcomes) {
        for (int i = 0; i < rows.size(); i++) {
            add(rows.get(i), outcomes.get(i));
        }
    }

    private void add(BulkRow row, RowOutcome outcome) {
        if (outcome instanceof RowOutcome.Created) {
            created++;
        } else if (outcome instanceof RowOutcome.Changed) {
            changed++;
        } else if (outcome instanceof RowOutcome.Unchanged) {
            unchanged++;
        } else if (outcome instanceof RowOutcome.LeftOut) {
            leftOut++;
        } else if (outcome instanceof RowOutcome.Outdated late) {
            outdated++;
            tell(row, SeenVersion.problem(String.valueOf(row.id()), RowShape.IF_MATCH, late.stored(), late.seen()));
        } else if (outcome instanceof RowOutcome.Refused no) {
            refused++;
            tell(row, RegisterProblems.of(no.refusal()));
        }
    }

    private void tell(BulkRow row, Problem problem) {
        if (problems.size() < BulkAnswer.MOST_PROBLEMS && faults < MOST_FAULTS) {
            faults += problem.errors() == null ? 1 : problem.errors().size();
            problems.add(new BulkAnswer.RowProblem(row.line(), row.id(), problem));
        }
    }

    long refused() {
        return refused;
    }

    /** @param ended why before the end of the body; null at its end */
    BulkAnswer answer(@Nullable Problem ended) {
        return new BulkAnswer(
                upload.kind().word(),
                upload.test() ? "test" : null,
                upload.preview(),
                created + changed + unchanged + leftOut + outdated + refused,
                created,
                changed,
                unchanged,
                leftOut,
                outdated,
                refused,
                List.copyOf(problems),
                upload.surveyed() ? fields() : null,
                ended);
    }

    private Map<String, BulkAnswer.FieldView> fields() {
        return upload.survey().fields().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> BulkAnswer.FieldView.of(field.getValue())));
    }
}

package io.playcaller.ingest.bulk.in;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.refusal.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of a row's fields the body that its PUT would have, with {@link #IF_MATCH} beside it where the row says that. */
interface RowShape {

    /** The field of a row that says which version its writer has seen; as the header of a PUT. */
    String IF_MATCH = "ifMatch";

    Step<ObjectNode> body(ObjectNode fields);

    /** What a row that becomes no body calls its record, so that whom its letter names is found; null if nothing. */
    default @Nullable String id(ObjectNode fields) {
        return null;
    }

    /** Makes shapes, once the format of the body is known. */
    interface Making {

        RowShape ofObjects();

        /** @throws ProblemException 400 when columns of the header are unknown or missing */
        RowShape ofColumns(List<String> header);
    }

    /** Rows in our own words: an object is the body, and columns are called as the field that they fill. */
    record Ours(BulkKind kind, Survey survey) implements Making {

        @Override
        public RowShape ofObjects() {
            return fields -> Step.kept(survey.of(fields));
        }

        @Override
        public RowShape ofColumns(List<String> header) {
            List<FieldFault> faults = PointerColumns.faults(header, kind);
            if (!faults.isEmpty()) {
                throw new ProblemException(Problem.badFields("csv.header", faults));
            }
            PointerColumns columns = PointerColumns.of(header);
            return fields -> columns.body(fields).then(body -> Step.kept(survey.of(body)));
        }
    }
}

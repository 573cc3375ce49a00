package io.playcaller.forecast.meeting.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a decision. */
public record DoneBody(@Nullable String outcome) {

    /** @throws ProblemException 400 naming the field */
    String checked() {
        List<FieldFault> faults = new ArrayList<>();
        String came = DecisionBody.text("/outcome", outcome, DecisionBody.MOST_LETTERS, "what came of it", faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("decision.outcome", faults));
        }
        return came;
    }
}

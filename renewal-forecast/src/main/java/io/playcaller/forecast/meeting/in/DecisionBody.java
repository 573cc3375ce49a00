package io.playcaller.forecast.meeting.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.engine.meeting.MeetingKind;
import io.playcaller.forecast.meeting.app.Decisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was decided. */
public record DecisionBody(
        @Nullable String what,
        @Nullable String owner,
        @Nullable LocalDate dueOn,
        @Nullable String accountId) {

    private static final int MOST_LETTERS = 2_000;

    /** @throws ProblemException 400 naming every field at fault */
    Decisions.New checked(MeetingKind kind, LocalDate day) {
        List<FieldFault> faults = new ArrayList<>();
        text("/what", what, "what is to be done, in at most 2,000 characters", faults);
        text("/owner", owner, "the staff id of who does it", faults);
        if (dueOn == null || dueOn.isBefore(day)) {
            faults.add(new FieldFault("/dueOn", "a day from " + day + " on", Objects.toString(dueOn, "nothing")));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("decision.invalid", faults));
        }
        return new Decisions.New(
                kind,
                day,
                Objects.requireNonNull(what),
                Objects.requireNonNull(owner),
                Objects.requireNonNull(dueOn),
                Optional.ofNullable(accountId));
    }

    private static void text(String field, @Nullable String text, String expected, List<FieldFault> faults) {
        if (text == null || text.isBlank() || text.length() > MOST_LETTERS) {
            faults.add(new FieldFault(field, expected, text == null || text.isBlank() ? "nothing" : "more"));
        }
    }
}

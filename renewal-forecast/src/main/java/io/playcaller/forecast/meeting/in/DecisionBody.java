package io.playcaller.forecast.meeting.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.day.WrittenDay;
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

    static final int MOST_LETTERS = 2_000;

    /** Of an id; as the register takes them. */
    private static final int LONGEST_WORD = 256;

    /** @throws ProblemException 400 naming every field at fault */
    Decisions.New checked(MeetingKind kind, LocalDate day) {
        List<FieldFault> faults = new ArrayList<>();
        String todo = text("/what", what, MOST_LETTERS, "what is to be done", faults);
        String who = text("/owner", owner, LONGEST_WORD, "the staff id of who does it", faults);
        if (dueOn == null || dueOn.isBefore(day) || !WrittenDay.is(dueOn)) {
            faults.add(new FieldFault("/dueOn", "a day from " + day + " on", Objects.toString(dueOn, "nothing")));
        }
        Optional<String> about = accountId == null
                ? Optional.empty()
                : Optional.of(text("/accountId", accountId, LONGEST_WORD, "the id of an account, or nothing", faults));
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("decision.invalid", faults));
        }
        return new Decisions.New(kind, day, todo, who, Objects.requireNonNull(dueOn), about);
    }

    static String text(String field, @Nullable String text, int most, String meaning, List<FieldFault> faults) {
        String expected = "%s, in at most %d characters without U+0000".formatted(meaning, most);
        if (text == null || text.isBlank()) {
            faults.add(new FieldFault(field, expected, "nothing"));
            return "";
        }
        if (text.length() > most || text.indexOf('\0') >= 0) {
            faults.add(
                    new FieldFault(field, expected, text.length() > most ? text.length() + " characters" : "U+0000"));
            return "";
        }
        return text;
    }
}

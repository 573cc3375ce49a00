package io.playcaller.router.handover.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.handover.HandOverNotes;
import io.playcaller.router.handover.app.HandOvers.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for. All but {@code takesEffectAt} is required.
 *
 * @param to staff id
 * @param takesEffectAt the account passes then, or with the acceptance where that comes later; null for with the acceptance
 */
public record HandOverBody(
        @Nullable String accountId,
        @Nullable String role,
        @Nullable String to,
        @Nullable String context,
        @Nullable String openRisks,
        @Nullable String promises,
        @Nullable String contacts,
        @Nullable String renewals,
        @Nullable Instant takesEffectAt) {

    private static final String CODE = "hand-over.invalid";
    private static final int LONGEST = 10_000;
    private static final int LONGEST_ID = 200;
    private static final Duration FARTHEST = Duration.ofDays(180);

    /** @throws ProblemException naming every field that is missing or wrong */
    Wish checked(Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        Wish wish = new Wish(
                text(faults, "/accountId", accountId, "the id of an account", LONGEST_ID),
                text(faults, "/role", role, "a role, such as csm", LONGEST_ID),
                text(faults, "/to", to, "the staff id of who is to have it", LONGEST_ID),
                new HandOverNotes(
                        text(faults, "/context", context, "who they are, what they want and how far they are", LONGEST),
                        text(faults, "/openRisks", openRisks, "what is at risk, or that nothing is", LONGEST),
                        text(faults, "/promises", promises, "what was promised, or that nothing was", LONGEST),
                        text(faults, "/contacts", contacts, "whom to speak with", LONGEST),
                        text(faults, "/renewals", renewals, "dates and terms", LONGEST)),
                takesEffectAt);
        if (takesEffectAt != null && takesEffectAt.isAfter(now.plus(FARTHEST))) {
            faults.add(new FieldFault(
                    "/takesEffectAt", "at most " + FARTHEST.toDays() + " days from now", takesEffectAt.toString()));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields(CODE, faults));
        }
        return wish;
    }

    static String because(@Nullable String because) {
        List<FieldFault> faults = new ArrayList<>();
        String text = text(faults, "/because", because, "why", LONGEST);
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields(CODE, faults));
        }
        return text;
    }

    private static String text(
            List<FieldFault> faults, String field, @Nullable String value, String expected, int longest) {
        if (value == null || value.isBlank() || value.indexOf('\0') >= 0) {
            faults.add(new FieldFault(field, expected, value == null ? "missing" : "blank, or has a NUL character"));
            return "";
        }
        if (value.length() > longest) {
            faults.add(new FieldFault(field, "at most " + longest + " characters", value.length() + " characters"));
        }
        return value.strip();
    }
}

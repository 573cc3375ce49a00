package io.playcaller.forecast.kpi.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.engine.review.Proposal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody decides. */
record DecisionBody(@Nullable String decision, @Nullable String reason) {

    private static final int MOST = 2_000;

    /** What it says once it is checked. */
    record Checked(Proposal.Kind decision, String reason) {}

    /** @throws ProblemException 400 with every field that is wrong */
    Checked checked() {
        List<FieldFault> faults = new ArrayList<>();
        Optional<Proposal.Kind> kind = Arrays.stream(Proposal.Kind.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(decision))
                .findFirst();
        if (kind.isEmpty()) {
            faults.add(new FieldFault("/decision", "keep, optimize, rethink or collect", told(decision)));
        }
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > MOST || why.indexOf('\0') >= 0) {
            faults.add(new FieldFault("/reason", "a reason of at most " + MOST + " characters", told(reason)));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("decision.invalid", faults));
        }
        return new Checked(kind.orElseThrow(), why);
    }

    private static String told(@Nullable String text) {
        return text == null ? "nothing" : text.length() > MOST ? text.length() + " characters" : text;
    }
}

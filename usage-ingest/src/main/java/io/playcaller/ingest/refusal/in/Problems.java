package io.playcaller.ingest.refusal.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.util.Set;

/** Turns refusals into problem documents (RFC 9457). */
public final class Problems {

    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final Set<String> BEYOND_A_LIMIT = Set.of(Refusal.EVENT_TOO_LARGE, Refusal.TOO_MANY);

    private Problems() {}

    /** 400, the one status that no Segment SDK sends again; 413 for what is too large. */
    public static Problem of(Refusal refusal) {
        if (refusal.faults().isEmpty()) {
            return Problem.of(BAD_REQUEST, refusal.code(), "Refused", refusal.detail());
        }
        Problem problem = Problem.badFields(
                refusal.code(),
                refusal.faults().stream()
                        .map(fault -> new FieldFault(fault.field(), fault.expected(), fault.actual()))
                        .toList());
        return BEYOND_A_LIMIT.contains(refusal.code()) ? problem.under(TOO_LARGE, "Too large") : problem;
    }

    /** The value, or a problem thrown. */
    public static <T> T orThrow(Step<T> step) {
        if (step instanceof Step.Refused<T> no) {
            throw new ProblemException(of(no.refusal()));
        }
        return ((Step.Kept<T>) step).value();
    }
}

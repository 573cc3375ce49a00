package io.playcaller.ingest.register.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.in.Problems;

/** Refusals of the register as problem documents. */
public final class RegisterProblems {

    private static final int CONFLICT = 409;

    private RegisterProblems() {}

    /** As the doors answer them, but for a record that would move: that is a conflict with what is stored. */
    public static Problem of(Refusal refusal) {
        Problem problem = Problems.of(refusal);
        return refusal.code().equals(Refusal.ACCOUNT_FIXED) ? problem.under(CONFLICT, "Conflict") : problem;
    }
}

package io.playcaller.ingest.register.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.in.Problems;
import java.util.Set;

/** Refusals of the register as problem documents. */
public final class RegisterProblems {

    private static final int CONFLICT = 409;
    private static final Set<String> CONFLICTS =
            Set.of(Refusal.ACCOUNT_FIXED, Refusal.ACCOUNT_MERGED, Refusal.DOMAIN_CLAIMED);

    private RegisterProblems() {}

    /** As the doors answer them, but for what is a conflict with what is stored. */
    public static Problem of(Refusal refusal) {
        Problem problem = Problems.of(refusal);
        return CONFLICTS.contains(refusal.code()) ? problem.under(CONFLICT, "Conflict") : problem;
    }
}

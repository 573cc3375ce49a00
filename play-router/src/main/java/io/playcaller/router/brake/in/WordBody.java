package io.playcaller.router.brake.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word on what is held.
 *
 * @param accounts of these only; null for all
 * @param because why, in words
 */
record WordBody(@Nullable List<String> accounts, @Nullable String because) {

    private static final int MOST_ACCOUNTS = 1_000;
    private static final int LONGEST_REASON = 500;

    /** @throws ProblemException naming every field at fault */
    String checked() {
        List<FieldFault> faults = new ArrayList<>();
        String why = because == null ? "" : because.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON || why.indexOf('\0') >= 0) {
            faults.add(new FieldFault(
                    "/because", "why, in 1 to " + LONGEST_REASON + " characters", because == null ? "null" : why));
        }
        if (accounts != null
                && (accounts.isEmpty()
                        || accounts.size() > MOST_ACCOUNTS
                        || accounts.stream().anyMatch(one -> Objects.isNull(one) || one.indexOf('\0') >= 0))) {
            faults.add(new FieldFault(
                    "/accounts", "1 to " + MOST_ACCOUNTS + " ids of accounts", accounts.size() + " values"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("brake.word", faults));
        }
        return why;
    }
}

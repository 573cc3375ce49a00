package io.playcaller.router.task.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The header under which something may be asked for again. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    private IdempotencyKey() {}

    /** The key, if any: printable, as a header must be that is passed on. */
    public static @Nullable String checked(@Nullable String key) {
        if (key != null
                && (key.isBlank()
                        || key.length() > LONGEST
                        || !key.chars().allMatch(letter -> letter >= ' ' && letter <= '~'))) {
            throw new ProblemException(Problem.badField(
                    "idempotency.key",
                    HEADER,
                    "1 to " + LONGEST + " printable ASCII characters",
                    key.length() + " characters"));
        }
        return key;
    }

    /** Refuses what comes under the key of something else. */
    public static ProblemException reused(String detail) {
        return new ProblemException(Problem.conflict("idempotency.reused", detail));
    }
}

package io.playcaller.ingest.body.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The parameter {@code preview} of a door that may only say what it would do. */
public final class PreviewParameter {

    private PreviewParameter() {}

    /** @throws ProblemException 400: what only looks like a wish for a preview must not be stored */
    public static boolean isTrue(@Nullable String preview) {
        if (preview == null || preview.equals("false")) {
            return false;
        }
        if (!preview.equals("true")) {
            throw new ProblemException(
                    Problem.badField("parameter.mismatch", "preview", "true, false or absent", preview));
        }
        return true;
    }
}

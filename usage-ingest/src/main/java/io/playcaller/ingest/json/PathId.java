package io.playcaller.ingest.json;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;

/** An id in a path: what would be refused in a body is refused there too. */
public final class PathId {

    private PathId() {}

    /** @throws ProblemException 400 when it cannot be an id */
    public static String require(String name, String id) {
        if (id.isBlank() || id.length() > JsonFields.MAX_TEXT || JsonFields.hasNul(id)) {
            throw new ProblemException(Problem.badField(
                    "field.invalid",
                    name,
                    "1 to " + JsonFields.MAX_TEXT + " characters, none of them NUL",
                    "something else"));
        }
        return id;
    }
}

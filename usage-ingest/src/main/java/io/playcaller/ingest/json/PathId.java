package io.playcaller.ingest.json;

import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.refusal.in.Problems;

/** An id in a path: what would be refused in a body is refused there too. */
public final class PathId {

    private PathId() {}

    /** The id, or why it cannot be one. */
    public static Step<String> of(String name, String id) {
        return id.isBlank() || id.length() > JsonFields.MAX_TEXT || !StorableText.isStorable(id)
                ? Step.refused(Refusal.field(
                        Refusal.FIELD_INVALID,
                        name,
                        "1 to " + JsonFields.MAX_TEXT + " characters, none of them NUL",
                        "something else"))
                : Step.kept(id);
    }

    /** @throws ProblemException 400 when it cannot be an id */
    public static String require(String name, String id) {
        return Problems.orThrow(of(name, id));
    }
}

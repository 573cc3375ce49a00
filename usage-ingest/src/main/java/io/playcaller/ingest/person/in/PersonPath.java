package io.playcaller.ingest.person.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.json.PathId;
import io.playcaller.ingest.person.ExternalId;

/** Whom a path names: a user by default, with {@code ?kind=anonymous} a browser before its log-in. */
public final class PersonPath {

    /** The name of the query parameter. */
    public static final String KIND = "kind";

    /** What it is when nothing is said. */
    public static final String USER = "user";

    private static final String ANONYMOUS = "anonymous";

    private PersonPath() {}

    /** @throws ProblemException 400 for what names nobody */
    public static ExternalId of(String kind, String id) {
        String value = PathId.require("userId", id);
        return switch (kind) {
            case USER -> ExternalId.user(value);
            case ANONYMOUS -> ExternalId.anonymous(value);
            default ->
                throw new ProblemException(Problem.badField("field.invalid", KIND, USER + " or " + ANONYMOUS, kind));
        };
    }

    /** 404: nobody is known by the id. */
    public static ProblemException unknown(ExternalId id) {
        return new ProblemException(Problem.notFound("person", id.value()));
    }
}

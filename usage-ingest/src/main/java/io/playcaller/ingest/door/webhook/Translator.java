package io.playcaller.ingest.door.webhook;

import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.refusal.Step;
import java.util.Optional;
import java.util.Set;

/** Says in our words what a tool says in its own. */
interface Translator {

    /** Refused when it cannot be said; with {@code Refusal.LEFT_OUT} when it is nothing that we count. */
    Step<Translation> translate(Sent sent);

    /** What the account that it left is told of a ticket that moved; empty when nothing did, or nobody can tell. */
    default Optional<Translation> farewell(Sent sent) {
        return Optional.empty();
    }

    /** Who did it, also when the rest cannot be said: a letter must be found when that person is forgotten. */
    Optional<String> person(Sent sent);

    /** Whether what it tells happened when the tool made the body; otherwise it may have happened long before. */
    boolean tellsAtOnce();

    /** The places of the body without which nothing can be said, or something else. */
    Needs needs();

    /** The headers that it reads, in lower case. */
    Set<String> headers();

    /** The JSON pointers that it reads: of a body that is too large to be kept, no more is. */
    Set<String> pointers();
}

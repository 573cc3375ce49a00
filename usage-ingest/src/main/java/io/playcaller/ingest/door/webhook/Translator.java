package io.playcaller.ingest.door.webhook;

import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.refusal.Step;
import java.util.Optional;
import java.util.Set;

/** Says in our words what a tool says in its own. */
interface Translator {

    /** Refused when it cannot be said; with {@code Refusal.LEFT_OUT} when it is nothing that we count. */
    Step<Translation> translate(Sent sent);

    /** Who did it, also when the rest cannot be said: a letter must be found when that person is forgotten. */
    Optional<String> person(Sent sent);

    /** The places of the body without which nothing can be said, or something else. */
    Needs needs();

    /** The headers that it reads, in lower case. */
    Set<String> headers();
}

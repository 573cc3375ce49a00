package io.playcaller.router.digital;

import java.time.Instant;

/** What becomes of a message whose time has come. */
public sealed interface SendDecision {

    /** It goes now. */
    record Send(String email) implements SendDecision {}

    /** It is asked for again. */
    record Wait(Instant at, String reason, String sentence) implements SendDecision {}

    /** It is not sent, and will not be. */
    record Skip(String reason, String sentence) implements SendDecision {}
}

package io.playcaller.contracts.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person of the customer wrote. Travels on {@code people} only, under {@link #key}; a tombstone of that key deletes
 * it, and whoever forgets a person forgets what they said.
 *
 * @param in a ticket, the answer to a survey, feedback, or the goal of an objective
 * @param ref the id of the ticket, the feedback or the objective; of a survey the id of the event with the answer
 * @param source who reported it; refs of two sources may meet
 * @param cut whether a part was longer than what is kept
 */
public record PersonSaid(
        String textId,
        String personId,
        String accountId,
        SaidIn in,
        String ref,
        String source,
        Instant saidAt,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String comment,
        boolean cut) {

    /** Its key on the topic: the person's, and its own. */
    public static String key(String personId, String textId) {
        return personId + "/" + textId;
    }
}

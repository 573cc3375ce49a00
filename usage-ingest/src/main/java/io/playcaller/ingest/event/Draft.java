package io.playcaller.ingest.event;

import io.playcaller.ingest.person.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * An event as its sender put it: readable and whole, but not yet resolved.
 *
 * @param id unique within the source
 * @param places where it says so
 * @param text what somebody wrote with it, which never goes to the log; null when nothing was
 */
public record Draft(
        String id,
        SentTimes times,
        Subject subject,
        Statement statement,
        Places places,
        @Nullable FreeText text) {

    /** Without free text. */
    public Draft(String id, SentTimes times, Subject subject, Statement statement, Places places) {
        this(id, times, subject, statement, places, null);
    }

    /** The same saying something else. */
    public Draft saying(Statement other) {
        return new Draft(id, times, subject, other, places, text);
    }

    /** The same, its fields standing elsewhere. */
    public Draft at(Places elsewhere) {
        return new Draft(id, times, subject, statement, elsewhere, text);
    }
}

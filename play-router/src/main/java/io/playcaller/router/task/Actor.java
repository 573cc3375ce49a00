package io.playcaller.router.task;

import org.jspecify.annotations.Nullable;

/**
 * Who acts on a task.
 *
 * @param staffId null for somebody who is not in the directory
 * @param id staff id, else the subject of their token; for the log
 * @param name for people
 * @param leads whether they act as a lead: on what others have, too
 */
public record Actor(@Nullable String staffId, String id, String name, boolean leads) {

    /** Somebody who acts for themselves. */
    public Actor(@Nullable String staffId, String id, String name) {
        this(staffId, id, name, false);
    }

    /** The same, as a lead where {@code lead} says so. */
    public Actor leading(boolean lead) {
        return new Actor(staffId, id, name, lead);
    }

    /** Somebody who is not in the directory. */
    public static Actor stranger(String subject) {
        return new Actor(null, subject, subject);
    }
}

package io.playcaller.router.task;

import org.jspecify.annotations.Nullable;

/**
 * Who acts on a task.
 *
 * @param staffId null for somebody who is not in the directory
 * @param id staff id, else the subject of their token; for the log
 * @param name for people
 */
public record Actor(@Nullable String staffId, String id, String name) {

    /** Somebody who is not in the directory. */
    public static Actor stranger(String subject) {
        return new Actor(null, subject, subject);
    }
}

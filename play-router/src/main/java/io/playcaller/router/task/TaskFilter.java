package io.playcaller.router.task;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks; all that is not null must hold.
 *
 * @param open whether they are open
 * @param snoozed whether they are out of sight
 * @param who whose they are
 * @param about what they are about
 * @param due how they stand in time
 */
public record TaskFilter(@Nullable Boolean open, @Nullable Boolean snoozed, Who who, About about, Due due) {

    /** Stands for tasks that nobody has. */
    public static final String NOBODY = "none";

    /**
     * Whose tasks.
     *
     * @param assignee staff id, or {@link #NOBODY}
     * @param team staff ids of whom the assignee is one
     * @param role under which the assignee has them
     */
    public record Who(
            @Nullable String assignee,
            @Nullable List<String> team,
            @Nullable String role) {}

    /**
     * What about.
     *
     * @param account id
     * @param play key
     */
    public record About(
            @Nullable String account,
            @Nullable String play,
            @Nullable Reason reason,
            @Nullable Severity severity) {}

    /**
     * How they stand in time.
     *
     * @param late whether a clock that runs has run out
     * @param before the first of the clocks that run runs out before
     */
    public record Due(@Nullable Boolean late, @Nullable Instant before) {}
}

package io.playcaller.router.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who has a task, and why they.
 *
 * @param role the role under which they have it
 * @param staffId null while nobody is found
 * @param how stable code of the rule that chose: {@code named-owner}, {@code deputy}, {@code pool}, {@code last} (who had the
 *     account's last task), {@code same-person} (who had the step before), {@code holder}, {@code later} (their day is full), {@code nobody}
 * @param sentence the same for people, with what was tried before
 * @param startsAt when they are to begin: its clocks run from then; null for at once
 * @param since when it changed hands, as whoever did that in a tool said there, else at that step; null of who was found when the task was
 *     made, and of what an older version wrote
 */
public record Assignment(
        String role,
        @Nullable String staffId,
        String how,
        String sentence,
        @Nullable Instant startsAt,
        @Nullable Instant since) {

    /** Of who is found, or has just been given it. */
    public Assignment(String role, @Nullable String staffId, String how, String sentence, @Nullable Instant startsAt) {
        this(role, staffId, how, sentence, startsAt, null);
    }

    /** At once. */
    public Assignment(String role, @Nullable String staffId, String how, String sentence) {
        this(role, staffId, how, sentence, null, null);
    }

    /** The same, said at that instant. */
    public Assignment since(Instant said) {
        return new Assignment(role, staffId, how, sentence, startsAt, said);
    }
}

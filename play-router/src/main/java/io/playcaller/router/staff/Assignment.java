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
 */
public record Assignment(
        String role,
        @Nullable String staffId,
        String how,
        String sentence,
        @Nullable Instant startsAt) {

    /** At once. */
    public Assignment(String role, @Nullable String staffId, String how, String sentence) {
        this(role, staffId, how, sentence, null);
    }
}

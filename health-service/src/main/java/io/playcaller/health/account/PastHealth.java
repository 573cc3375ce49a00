package io.playcaller.health.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said of an account by a time, and what was learned about that time since.
 *
 * @param change the newest announcement by then of what had happened by then: its score counts nothing later; null where
 *     nothing was said yet, or where history does not reach back so far
 * @param learnedLater announcements after {@code asOf} of what had happened by then, newest first: how much a late fact
 *     moved the score when it became known, not what the score would have been
 * @param thinned whether small changes of that time are gone: the score may be less than a point off, the grade is right
 * @param begins the first time with an answer, of what was known by {@code knownAt}; null without any
 */
public record PastHealth(
        String accountId,
        @Nullable PastChange change,
        List<PastChange> learnedLater,
        boolean thinned,
        @Nullable Instant begins) {}

package io.playcaller.contracts.work;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a task, with the whole of the task after it. Words that people write on a task stay in
 * play-router: they may be about a person.
 *
 * @param clock the clock that a warning, breach or escalation is about; else null
 * @param escalationLevel 0 until escalated
 * @param assignee staff id; null while nobody is found, see {@code assignmentReason}
 * @param pausedUntil when what stands still goes on by itself; null while nothing does
 */
public record TaskChanged(
        UUID taskId,
        TaskTransition transition,
        Instant at,
        TaskState state,
        @Nullable String accountId,
        @Nullable String productId,
        UUID playRunId,
        String play,
        UUID episodeId,
        String title,
        Reason reason,
        Severity severity,
        String role,
        @Nullable String assignee,
        String assignmentReason,
        DueTimes due,
        @Nullable Clock clock,
        int escalationLevel,
        @Nullable Money valueAtRisk,
        @Nullable Instant pausedUntil) {}

package io.playcaller.router.task.in;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.DueTimes;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.PauseReason;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.out.PgTaskQueries.Seen;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task in a list.
 *
 * @param accountName as it was when the signal was made
 * @param assignee null while nobody has it; {@code why} says why
 * @param holds whether what it is about still holds; work that was begun goes on when it does not
 * @param due when each clock that runs runs out
 * @param next the first of them, with the business time that is left; null when none runs
 * @param paused what holds its clocks; null while nothing does
 * @param startsAt when its person is to begin, from when its clocks run; null for at once
 * @param snoozedUntil until when it is out of sight, unless something happens to it; null while it is in sight
 */
public record TaskView(
        UUID taskId,
        long rev,
        String title,
        TaskState state,
        String play,
        @Nullable String accountId,
        @Nullable String accountName,
        @Nullable String productId,
        Reason reason,
        Severity severity,
        String sentence,
        boolean holds,
        @Nullable Money valueAtRisk,
        @Nullable Person assignee,
        String role,
        String why,
        DueTimes due,
        int escalationLevel,
        Instant createdAt,
        @Nullable NextDue next,
        @Nullable PausedView paused,
        @Nullable Instant snoozedUntil,
        @Nullable Instant startsAt) {

    /**
     * A pause.
     *
     * @param until when it ends by itself or, for support, is looked at again
     */
    public record PausedView(@Nullable String because, Instant since, Instant until) {

        static PausedView of(SlaClock pause) {
            PauseReason because = pause.because();
            return new PausedView(because == null ? null : because.wire(), pause.startedAt(), pause.dueAt());
        }
    }

    /** One of our people; name and address are null when the directory no longer knows them. */
    public record Person(
            String staffId, @Nullable String name, @Nullable String email) {

        static @Nullable Person of(@Nullable Assignment assignment, Directory directory) {
            String staffId = assignment == null ? null : assignment.staffId();
            return staffId == null
                    ? null
                    : directory
                            .person(staffId)
                            .map(staff -> new Person(staff.staffId(), staff.name(), staff.email()))
                            .orElseGet(() -> new Person(staffId, null, null));
        }
    }

    static TaskView of(Seen seen, RouterRules rules) {
        Task task = seen.task();
        return new TaskView(
                task.taskId(),
                task.rev(),
                task.order().title(),
                task.state(),
                task.order().play(),
                task.signal().accountId(),
                task.signal().account() == null ? null : task.signal().account().name(),
                task.signal().productId(),
                task.signal().reason(),
                task.severity(),
                task.signal().sentence(),
                !task.openEpisodes().isEmpty(),
                task.signal().valueAtRisk(),
                Person.of(task.assignment(), rules.directory()),
                task.assignment().role(),
                task.assignment().sentence(),
                task.due(),
                task.escalationLevel(),
                task.order().createdAt(),
                task.firstDue()
                        .map(run ->
                                NextDue.of(run, task.calendarOf(run, rules.calendarOf(task.assignment())), seen.now()))
                        .orElse(null),
                task.pause().map(PausedView::of).orElse(null),
                seen.snoozedUntil(),
                task.assignment().startsAt());
    }
}

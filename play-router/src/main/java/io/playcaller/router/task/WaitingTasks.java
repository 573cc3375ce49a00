package io.playcaller.router.task;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.staff.Assignment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * Tasks of one person that wait for later days, because a day was full. What weighs most begins first: value at risk times
 * urgency, in major units across currencies; the lift that is expected of a play is one until it is measured. They change
 * places, so that as many begin on each day as before.
 *
 * @param now by the database's business clock
 * @param calendar of the person
 */
public record WaitingTasks(Instant now, BusinessCalendar calendar) {

    private static final Comparator<Task> HEAVIEST_FIRST = Comparator.comparing(WaitingTasks::weight)
            .reversed()
            .thenComparing(task -> task.order().createdAt())
            .thenComparing(Task::taskId);

    /** What changes so that they stand in order; nothing where they do. */
    public List<TaskDecision.Changed> inOrder(List<Task> tasks) {
        List<Task> waiting =
                tasks.stream().filter(this::waits).sorted(HEAVIEST_FIRST).toList();
        List<Instant> starts = waiting.stream().map(Task::startsAt).sorted().toList();
        List<TaskDecision.Changed> changes = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            if (!waiting.get(i).startsAt().equals(starts.get(i))) {
                changes.add(moved(waiting.get(i), starts.get(i)));
            }
        }
        return changes;
    }

    /** Its day is to come, and nothing has begun it. */
    private boolean waits(Task task) {
        return task.state() == TaskState.OPEN
                && task.settled() == null
                && task.startsAt().isAfter(now)
                && task.clocks().stream()
                        .filter(SlaClock::isRunning)
                        .allMatch(run -> run.startedAt().equals(task.startsAt()));
    }

    private TaskDecision.Changed moved(Task task, Instant start) {
        Assignment was = task.assignment();
        String sentence = "It begins " + (start.isBefore(task.startsAt()) ? "sooner" : "later") + ", on "
                + calendar.dayOf(start) + ": what waits stands in the order of value at risk and urgency.";
        TaskChange change = new TaskChange(task)
                .assignment(new Assignment(was.role(), was.staffId(), was.how(), was.sentence(), start, was.since()));
        task.clocks().stream()
                .filter(SlaClock::isRunning)
                .map(SlaClock::clock)
                .forEach(clock -> change.stopped(clock, now).started(clock, start, calendar));
        return change.by(TaskStep.of(TaskTransition.NOTED, now, sentence));
    }

    private static BigDecimal weight(Task task) {
        Money value = task.signal().valueAtRisk();
        return value == null
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(value.minor(), digits(value)).multiply(urgency(task.severity()));
    }

    private static int digits(Money value) {
        return Math.max(0, Currency.getInstance(value.currency()).getDefaultFractionDigits());
    }

    private static BigDecimal urgency(Severity severity) {
        return BigDecimal.valueOf(
                switch (severity) {
                    case CRITICAL -> 4;
                    case HIGH -> 3;
                    case MEDIUM, UNKNOWN -> 2;
                    case LOW -> 1;
                });
    }
}

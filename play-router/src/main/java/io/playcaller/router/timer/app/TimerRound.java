package io.playcaller.router.timer.app;

import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.Timer;
import io.playcaller.router.task.out.PgTimers.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * What one round of firing does: the earliest first, and what a task arms with it and is due, too, in its turn, so that a task
 * hears in their order what came due while nobody looked.
 */
final class TimerRound {

    private static final Logger LOG = Logger.getLogger(TimerRound.class);

    private static final Comparator<Timer> IN_ORDER =
            Comparator.comparing(Timer::dueAt).thenComparing(Timer::taskId).thenComparingInt(Timer::level);

    private final Instant until;
    private final Map<UUID, Task> tasks = new HashMap<>();
    private final Queue<Timer> due = new PriorityQueue<>(IN_ORDER);
    private final List<Timer> fired = new ArrayList<>();
    private final List<Timer> stale = new ArrayList<>();
    private final List<Timer> broken = new ArrayList<>();
    private final List<Changed> changes = new ArrayList<>();

    /** @param until nothing that is due after that belongs to the round */
    TimerRound(Instant until) {
        this.until = until;
    }

    void load(Due claimed) {
        guarded(claimed.timer(), () -> {
            tasks.computeIfAbsent(claimed.timer().taskId(), id -> claimed.task());
            due.add(claimed.timer());
        });
    }

    void decideAll(BiFunction<Task, Timer, TaskDecision> decision) {
        for (Timer timer = due.poll(); timer != null; timer = due.poll()) {
            decide(timer, decision);
        }
    }

    private void decide(Timer timer, BiFunction<Task, Timer, TaskDecision> decision) {
        guarded(timer, () -> {
            Task task = tasks.get(timer.taskId());
            if (task != null && decision.apply(task, timer) instanceof Changed changed) {
                tasks.put(timer.taskId(), changed.after());
                changes.add(changed);
                fired.add(timer);
                changed.armed().stream()
                        .filter(next -> !next.dueAt().isAfter(until))
                        .forEach(due::add);
            } else {
                stale.add(timer);
            }
        });
    }

    private void guarded(Timer timer, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s cannot be fired; it is tried again in a minute", timer);
            broken.add(timer);
        }
    }

    /** Whether one of the tasks may pass on to somebody else in this round. */
    boolean passesOn() {
        return tasks.values().stream().anyMatch(task -> task.passesOnBy(until));
    }

    /** The accounts of the tasks that may tell somebody above, or pass on, in this round. */
    List<String> accountsThatTell() {
        return accountsOf(task -> task.tellsAboveBy(until));
    }

    /** The accounts of the tasks that wait for support. */
    List<String> accountsThatWaitForSupport() {
        return accountsOf(Task::waitsForSupport);
    }

    private List<String> accountsOf(Predicate<Task> which) {
        return tasks.values().stream()
                .filter(which)
                .flatMap(task -> Stream.ofNullable(task.signal().accountId()))
                .distinct()
                .toList();
    }

    List<Timer> fired() {
        return fired;
    }

    List<Timer> stale() {
        return stale;
    }

    List<Timer> broken() {
        return broken;
    }

    List<Changed> changes() {
        return changes;
    }
}

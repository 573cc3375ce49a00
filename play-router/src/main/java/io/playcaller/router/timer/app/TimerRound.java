package io.playcaller.router.timer.app;

import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.Timer;
import io.playcaller.router.task.out.PgTimers.Due;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What one round of firing does. Several timers of one task are decided one after the other. */
final class TimerRound {

    private static final Logger LOG = Logger.getLogger(TimerRound.class);

    private final Map<UUID, Task> tasks = new HashMap<>();
    private final List<Timer> readable = new ArrayList<>();
    private final List<Timer> fired = new ArrayList<>();
    private final List<Timer> stale = new ArrayList<>();
    private final List<Timer> broken = new ArrayList<>();
    private final List<Changed> changes = new ArrayList<>();

    void load(Due due) {
        guarded(due.timer(), () -> {
            tasks.computeIfAbsent(due.timer().taskId(), id -> due.task());
            readable.add(due.timer());
        });
    }

    void decide(Timer timer, Function<Task, TaskDecision> decision) {
        guarded(timer, () -> {
            Task task = tasks.get(timer.taskId());
            if (task != null && decision.apply(task) instanceof Changed changed) {
                tasks.put(timer.taskId(), changed.after());
                changes.add(changed);
                fired.add(timer);
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

    List<String> accountIds() {
        return tasks.values().stream()
                .flatMap(task -> Stream.ofNullable(task.signal().accountId()))
                .distinct()
                .toList();
    }

    List<Timer> readable() {
        return readable;
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

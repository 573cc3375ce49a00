package io.playcaller.forecast.engine.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * What tasks of one kind asked for and took.
 *
 * @param key what they have in common, such as segment and stage
 * @param tasks that began in the period
 * @param accepted of them
 * @param completed of them
 * @param minutes that their plays estimate
 * @param toAccept from their beginning until somebody had them
 * @param toComplete from then until they were completed
 * @param judged tasks that were accepted, or whose clock for it ran out: those of which it is known whether it was in time
 * @param acceptedInTime of those judged, by the business clocks of play-router
 */
public record MeasuredWork(
        List<String> key,
        int tasks,
        int accepted,
        int completed,
        long minutes,
        Spread toAccept,
        Spread toComplete,
        int judged,
        int acceptedInTime) {

    private static final Comparator<List<String>> ORDER =
            Comparator.comparing(key -> String.join("\n", key), Comparator.naturalOrder());

    /**
     * Tasks by what {@code key} says of them, in order.
     *
     * @param minutes that the play of a task estimates
     */
    public static List<MeasuredWork> by(
            Function<TaskTime, List<String>> key, List<TaskTime> tasks, ToIntFunction<TaskTime> minutes) {
        Map<List<String>, List<TaskTime>> groups = new TreeMap<>(ORDER);
        tasks.forEach(task -> groups.computeIfAbsent(key.apply(task), none -> new ArrayList<>())
                .add(task));
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue(), minutes))
                .toList();
    }

    private static MeasuredWork of(List<String> key, List<TaskTime> tasks, ToIntFunction<TaskTime> minutes) {
        List<Duration> toAccept = new ArrayList<>();
        List<Duration> toComplete = new ArrayList<>();
        for (TaskTime task : tasks) {
            Instant accepted = task.acceptedAt();
            Instant ended = task.endedAt();
            if (accepted != null) {
                toAccept.add(Duration.between(task.createdAt(), accepted));
            }
            if (accepted != null && ended != null && task.completed()) {
                toComplete.add(Duration.between(accepted, ended));
            }
        }
        Predicate<TaskTime> judged = task -> task.acceptedAt() != null || task.acceptedLate();
        return new MeasuredWork(
                key,
                tasks.size(),
                toAccept.size(),
                count(tasks, TaskTime::completed),
                tasks.stream().mapToLong(minutes::applyAsInt).sum(),
                Spread.of(toAccept),
                Spread.of(toComplete),
                count(tasks, judged),
                count(tasks, judged.and(task -> !task.acceptedLate())));
    }

    private static int count(List<TaskTime> tasks, Predicate<TaskTime> such) {
        return (int) tasks.stream().filter(such).count();
    }
}

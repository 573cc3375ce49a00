package io.playcaller.router.delivery;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What joined a task and changes nothing about it: told together after a while, not one by one. What makes a task graver is told at
 * once and is not here.
 *
 * @param joined in the order in which they came
 */
public record Gathering(UUID taskId, List<Joined> joined, Instant tellAt) {

    /** After it is told it gathers anew for so long. */
    public static final Duration THEN = Duration.ofHours(4);

    private static final Duration WAIT = Duration.ofMinutes(30);
    private static final Duration WAIT_OF_CRITICAL = Duration.ofMinutes(2);
    private static final int MOST_SENTENCES = 10;

    public Gathering {
        joined = List.copyOf(joined);
    }

    /** A signal that joined. */
    public record Joined(UUID episodeId, String sentence) {}

    /** What a change brings to gather; empty for anything but a signal that joined quietly. */
    public static Optional<Gathering> of(TaskDecision.Changed change) {
        Task before = change.before();
        if (before == null || change.step().transition() != TaskTransition.JOINED) {
            return Optional.empty();
        }
        List<Joined> joined = change.after().openEpisodes().stream()
                .filter(episode -> !before.openEpisodes().contains(episode))
                .map(episode -> new Joined(episode, change.step().sentence()))
                .toList();
        boolean critical = change.after().severity() == Severity.CRITICAL;
        Instant tellAt = change.step().at().plus(critical ? WAIT_OF_CRITICAL : WAIT);
        return joined.isEmpty()
                ? Optional.empty()
                : Optional.of(new Gathering(change.after().taskId(), joined, tellAt));
    }

    /** Both of one task, to be told when the first is. */
    public Gathering and(Gathering later) {
        List<Joined> all = new ArrayList<>(joined);
        all.addAll(later.joined);
        return new Gathering(taskId, all, tellAt.isAfter(later.tellAt) ? later.tellAt : tellAt);
    }

    /**
     * What is told of it: what is over by then is not, and nothing of a task that ended. It changes nothing about the task.
     *
     * @param nth telling of the task, from 1
     */
    public Optional<TaskDecision.Changed> told(Task task, int nth, Instant now) {
        List<String> sentences = joined.stream()
                .filter(one -> task.openEpisodes().contains(one.episodeId()))
                .map(Joined::sentence)
                .toList();
        if (!task.isOpen() || sentences.isEmpty()) {
            return Optional.empty();
        }
        String more = sentences.size() > MOST_SENTENCES ? "; and " + (sentences.size() - MOST_SENTENCES) + " more" : "";
        String sentence = sentences.stream().limit(MOST_SENTENCES).collect(Collectors.joining("; ")) + more;
        return Optional.of(new TaskDecision.Changed(task, task, TaskStep.gathered(nth, now, sentence)));
    }
}

package io.playcaller.router.run.app;

import io.playcaller.router.run.CustomerFacts;
import io.playcaller.router.run.PlayRun;
import io.playcaller.router.run.StepMessages;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.UnreadableTask;
import io.playcaller.router.task.out.PgTasks.Held;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The open runs of one round, with what stands around them.
 *
 * @param runs those that are open
 * @param tasks of all of them
 * @param customers by account; those of which nothing was told are not here
 * @param overtaken runs whose signal has started another one since
 * @param messages by run, then by step
 */
record RunsInSight(
        Map<UUID, PlayRun> runs,
        Held tasks,
        Map<String, CustomerFacts> customers,
        Set<UUID> overtaken,
        Map<UUID, Map<String, StepMessages>> messages) {

    /** @throws UnreadableTask when one of them cannot be read: nobody knows where the run stands */
    List<Task> tasksOf(PlayRun run) {
        for (UnreadableTask broken : tasks.unreadable()) {
            if (run.taskIds().contains(broken.taskId())) {
                throw broken;
            }
        }
        return tasks.tasks().stream()
                .filter(task -> task.order().playRunId().equals(run.playRunId()))
                .toList();
    }

    Map<String, StepMessages> messagesOf(PlayRun run) {
        return messages.getOrDefault(run.playRunId(), Map.of());
    }

    CustomerFacts customerOf(PlayRun run) {
        return run.accountId() == null
                ? CustomerFacts.UNKNOWN
                : customers.getOrDefault(run.accountId(), CustomerFacts.UNKNOWN);
    }
}

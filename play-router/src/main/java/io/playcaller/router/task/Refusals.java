package io.playcaller.router.task;

import io.playcaller.router.task.TaskDecision.Refused;

/** Why something is not done to a task, where several acts say the same. */
final class Refusals {

    private Refusals() {}

    /** Who has a task, or a lead, says when it is worked on. */
    static Refused notTheirs(Task task) {
        String holder = task.assignment().staffId();
        return new Refused(
                task,
                "not-yours",
                (holder == null ? "Nobody has it" : holder + " has it")
                        + "; only who has a task, or a lead, puts it off. Acknowledge it first, or ask them.");
    }
}

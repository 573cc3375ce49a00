package io.playcaller.router.task;

import io.playcaller.contracts.Ids;
import io.playcaller.router.task.TaskAct.Hand;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act that a person asks for.
 *
 * @param key names it among all that this person does to this task, so that it can be asked for again; null for none
 */
public record Deed(Actor actor, TaskAct act, @Nullable String key) {

    /** Equal for equal acts: tells a repetition from another act under the same key. */
    public UUID fingerprint() {
        return Ids.derived("act", act.getClass().getSimpleName(), act);
    }

    /**
     * What follows from it.
     *
     * @param kept the fingerprint of what this person did to this task under the same key; null for nothing
     */
    public TaskDecision on(Task task, Hand hand, @Nullable UUID kept) {
        if (kept == null) {
            return act.on(task, hand);
        }
        return kept.equals(fingerprint())
                ? new TaskDecision.Unchanged(task, "It was done already, under the same key.")
                : new TaskDecision.Refused(
                        task, "idempotency.reused", "Something else was done to the task under this key.");
    }
}

package io.playcaller.router.delivery.person;

import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.task.Closing;
import io.playcaller.router.task.TaskAct;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A way to complete a task with one choice: how it went and what it was worth.
 *
 * @param words as people read it
 */
public record Completion(String words, PlayOutcome outcome, Closing closing) {

    /** In the order in which they are offered. */
    public static final List<Completion> ALL = List.of(
            new Completion("Succeeded, it helped", PlayOutcome.SUCCEEDED, Closing.HELPED),
            new Completion("Succeeded, already knew", PlayOutcome.SUCCEEDED, Closing.ALREADY_KNEW),
            new Completion("Failed, no effect", PlayOutcome.FAILED, Closing.NO_EFFECT),
            new Completion("False alarm", PlayOutcome.FAILED, Closing.FALSE_ALARM),
            new Completion("Wrong person", PlayOutcome.FAILED, Closing.WRONG_PERSON));

    /** As programs pass it on, such as {@code succeeded:helped}. */
    public String value() {
        return outcome.name().toLowerCase(Locale.ROOT) + ":" + closing.wire();
    }

    public static Optional<Completion> ofValue(String value) {
        return ALL.stream().filter(one -> one.value().equals(value)).findFirst();
    }

    public TaskAct act() {
        return new TaskAct.Complete(outcome, closing, null, null);
    }
}

package io.playcaller.router.run;

import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.task.Closing;
import io.playcaller.router.task.Ending;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run, as it stands.
 *
 * @param step key
 * @param taskId its task; null until it started, and of a digital step always
 * @param overAt when it was over; null before
 * @param outcome how its task ended; null where it had none
 * @param closing the answer of the person who completed it; null where nobody did
 * @param because why it was skipped, for people; null where it was not
 */
public record StepRun(
        String step,
        StepState state,
        @Nullable UUID taskId,
        @Nullable Instant overAt,
        @Nullable PlayOutcome outcome,
        @Nullable Closing closing,
        @Nullable String because) {

    static StepRun waiting(String step) {
        return new StepRun(step, StepState.WAITING, null, null, null, null, null);
    }

    StepRun started(UUID task) {
        return new StepRun(step, StepState.STARTED, task, null, null, null, null);
    }

    /** Its messages are made. */
    StepRun sending() {
        return new StepRun(step, StepState.STARTED, null, null, null, null, null);
    }

    /** Whether messages of it are on their way. */
    public boolean isSending() {
        return state == StepState.STARTED && taskId == null;
    }

    /** At least one of its messages went out, and none is on its way. */
    StepRun sent(Instant at) {
        return new StepRun(step, StepState.DONE, null, at, PlayOutcome.SUCCEEDED, null, null);
    }

    /** Whether it was over because messages of it went out. */
    boolean isSent() {
        return state == StepState.DONE && taskId == null;
    }

    StepRun done(Ending ending) {
        return new StepRun(step, StepState.DONE, taskId, ending.at(), ending.outcome(), ending.closing(), null);
    }

    StepRun skipped(Instant at, String why) {
        return new StepRun(step, StepState.SKIPPED, taskId, at, null, null, why);
    }
}

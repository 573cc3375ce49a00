package io.playcaller.router.task;

import io.playcaller.contracts.work.TaskChanged;
import io.playcaller.contracts.work.TaskTransition;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which steps of tasks somebody hears of: of the account and the play that they ask for, those after which a task is whose they
 * ask for, and those with which it may have ceased to be. Who shows a list of their own is told so what leaves it.
 *
 * @param who whose
 * @param account id; null for all
 * @param play key; null for all
 */
public record StepFilter(
        TaskFilter.Who who,
        @Nullable String account,
        @Nullable String play) {

    /** With one of these somebody may have taken what nobody had. */
    private static final Set<TaskTransition> TAKEN =
            EnumSet.of(TaskTransition.ACKNOWLEDGED, TaskTransition.TOUCHED, TaskTransition.UPDATED);

    public boolean takes(TaskChanged step) {
        return isOr(account, step.accountId()) && isOr(play, step.play()) && (isOf(step) || passesOn(step));
    }

    private boolean isOf(TaskChanged step) {
        return isOr(who.role(), step.role())
                && (who.team() == null || (step.assignee() != null && who.team().contains(step.assignee())))
                && (asksForNobodys() ? step.assignee() == null : isOr(who.assignee(), step.assignee()));
    }

    /** A step says who has the task after it, not who had it. */
    private boolean passesOn(TaskChanged step) {
        return step.transition() == TaskTransition.ASSIGNED || (asksForNobodys() && TAKEN.contains(step.transition()));
    }

    private boolean asksForNobodys() {
        return TaskFilter.NOBODY.equals(who.assignee());
    }

    private static boolean isOr(@Nullable String wanted, @Nullable String found) {
        return wanted == null || Objects.equals(wanted, found);
    }
}

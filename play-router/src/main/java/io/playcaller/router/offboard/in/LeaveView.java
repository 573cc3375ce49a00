package io.playcaller.router.offboard.in;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.offboard.HandOver.Step;
import io.playcaller.router.offboard.HandOver.Succession;
import io.playcaller.router.offboard.MovedDuties;
import io.playcaller.router.offboard.ToolCopy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who leaves had.
 *
 * @param leavesAt null in a preview
 * @param tasks open and snoozed, each with who has it, or would have it
 * @param unreadable ids of open tasks that this version cannot read: these stay theirs, and are handed over when it is asked for
 *     again by one that can
 * @param accounts that name them, each with who could have it: the register says who has ({@code owners} of an account)
 * @param tools in which these tasks stand, too, and what became of telling them
 * @param duties what else was theirs, and whose it is then
 * @param overrides where health-service lists what they set by hand of accounts' health; once they have left a team lead has a task to look at it
 * @param login where the console has their login, by their address: an admin switches it off. From {@code leavesAt} on play-router refuses
 *     them, whatever token they have; the other services do when their last one has run out
 * @param managerOf whom they manage; these need another one
 */
public record LeaveView(
        String staffId,
        @Nullable Instant leavesAt,
        List<TaskLine> tasks,
        List<UUID> unreadable,
        List<AccountLine> accounts,
        List<ToolCopy> tools,
        MovedDuties duties,
        String overrides,
        String login,
        List<String> managerOf) {

    /**
     * A task.
     *
     * @param to staff id; null where nobody is found and it stands before CS Ops
     */
    public record TaskLine(
            UUID taskId,
            String title,
            @Nullable String accountId,
            Severity severity,
            @Nullable String to,
            String role,
            String why) {

        static TaskLine of(Step step) {
            return new TaskLine(
                    step.task().taskId(),
                    step.task().order().title(),
                    step.task().signal().accountId(),
                    step.task().severity(),
                    step.to().staffId(),
                    step.to().role(),
                    step.to().sentence());
        }
    }

    /** An account in one of their roles. */
    public record AccountLine(
            String accountId,
            @Nullable String name,
            String role,
            @Nullable String to,
            String why) {

        static AccountLine of(Succession succession) {
            return new AccountLine(
                    succession.account().accountId(),
                    succession.account().name(),
                    succession.role(),
                    succession.to().staffId(),
                    succession.to().sentence());
        }
    }
}

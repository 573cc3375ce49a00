package io.playcaller.router.owners;

import io.playcaller.contracts.register.Owner;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.handover.Ownership;
import io.playcaller.router.offboard.HandOver;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An open task goes with its account: whoever got it as the account's owner, and owns it no more, passes it on, found as if it were
 * new. What somebody was given by hand, or took, stays theirs; so does what a deputy or the pool has.
 */
public record TasksOfFormerOwners(RouterRules rules, Instant now) {

    /** How whoever has a task came to it because they owned the account. */
    private static final Set<String> AS_OWNER = Set.of("named-owner", "hand-over");

    private static final Actor ROUTER = Actor.stranger("play-router");

    /**
     * What is done to tasks, in this order.
     *
     * @param accounts by id
     */
    public List<Changed> passedOn(List<Task> tasks, Map<String, KnownAccount> accounts, Workload workload) {
        List<Changed> changes = new ArrayList<>();
        Workload current = workload;
        for (Task task : tasks) {
            String former = task.assignment().staffId();
            if (former == null || !concerns(task, former, account(task, accounts))) {
                continue;
            }
            HandOver handOver = new HandOver(rules, former, ROUTER, now);
            for (HandOver.Step step : handOver.tasks(List.of(task), accounts, current)) {
                current = current.plus(
                        step.to(), task.signal().accountId(), true, task.order().minutes());
                if (step.decision() instanceof Changed changed) {
                    changes.add(changed);
                }
            }
        }
        return changes;
    }

    private boolean concerns(Task task, String former, KnownAccount account) {
        Assignment has = task.assignment();
        List<Owner> owners = account.ownersFor(task.signal());
        return task.isOpen()
                && AS_OWNER.contains(has.how())
                && !isOwner(owners, has.role(), former)
                && owners.stream()
                        .map(Owner::staffId)
                        .filter(other -> rules.directory().personAt(other, now).isPresent())
                        .anyMatch(other -> isOwner(owners, has.role(), other));
    }

    /** Whether it is theirs on the day that it is for them. */
    private boolean isOwner(List<Owner> owners, String role, String staffId) {
        return Ownership.has(
                owners, role, staffId, rules.calendarOfPerson(staffId).dayOf(now));
    }

    private static KnownAccount account(Task task, Map<String, KnownAccount> accounts) {
        String accountId = task.signal().accountId();
        return accountId == null ? KnownAccount.UNKNOWN : accounts.getOrDefault(accountId, KnownAccount.UNKNOWN);
    }
}

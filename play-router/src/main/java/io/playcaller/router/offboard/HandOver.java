package io.playcaller.router.offboard;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.register.Owner;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.routing.RoutingCase;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.staff.Ask;
import io.playcaller.router.staff.Assigner;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.Customer;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Reassignment;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What somebody who leaves had goes to others: each task to exactly one, found as if it were new and they were not there.
 *
 * @param staffId who leaves
 * @param by who hands over
 */
public record HandOver(RouterRules rules, String staffId, Actor by, Instant now) {

    /** An account counts as so much work while others are found for many. */
    private static final int MINUTES_OF_AN_ACCOUNT = 60;

    /** A task, who has it then, and what that does to it. */
    public record Step(Task task, Assignment to, TaskDecision decision) {}

    /** An account, and who could have it in a role that was theirs. */
    public record Succession(OwnedAccount account, String role, Assignment to) {}

    /** Whether a task is to be handed over. */
    public boolean concerns(Task task) {
        return task.isOpen() && staffId.equals(task.assignment().staffId());
    }

    /**
     * What is done to tasks, in this order.
     *
     * @param accounts by id
     */
    public List<Step> tasks(List<Task> tasks, Map<String, KnownAccount> accounts, Workload workload) {
        List<Step> steps = new ArrayList<>();
        Workload current = workload;
        for (Task task : tasks) {
            Assignment to = others().assign(ask(task, accounts, current), current);
            current = current.plus(
                    to, task.signal().accountId(), true, task.order().minutes());
            Reassignment reassignment =
                    new Reassignment(by, to, rules.calendarOf(task.assignment()), rules.calendarOf(to));
            steps.add(new Step(task, to, reassignment.of(task, now)));
        }
        return steps;
    }

    private static Ask ask(Task task, Map<String, KnownAccount> accounts, Workload workload) {
        KnownAccount account = Stream.ofNullable(task.signal().accountId())
                .map(id -> accounts.getOrDefault(id, KnownAccount.UNKNOWN))
                .findFirst()
                .orElse(KnownAccount.UNKNOWN);
        return new RoutingCase(task.signal(), account, List.of(), List.of(), workload, null)
                .ask(task.assignment().role(), true, task.order().minutes(), task.taskId());
    }

    /** Who could have their accounts, spread as work is. */
    public List<Succession> accounts(List<OwnedAccount> owned, Workload workload) {
        List<Succession> successions = new ArrayList<>();
        Workload current = workload;
        for (OwnedAccount account : owned) {
            Customer customer = new Customer(account.accountId(), account.tier(), null, null, null);
            for (String role : roles(account)) {
                Ask ask = new Ask(
                        role,
                        account.owners(),
                        customer,
                        true,
                        MINUTES_OF_AN_ACCOUNT,
                        Ids.derived("succession", account.accountId(), role));
                Assignment to = others().assign(ask, current);
                current = current.plus(to, null, true, MINUTES_OF_AN_ACCOUNT);
                successions.add(new Succession(account, role, to));
            }
        }
        return successions;
    }

    /** In which they own it now or later. */
    private List<String> roles(OwnedAccount account) {
        return account.owners().stream()
                .filter(owner -> owner.staffId().equals(staffId))
                .filter(owner -> owner.until() == null
                        || owner.until().isAfter(rules.calendarOfPerson(staffId).dayOf(now)))
                .map(Owner::role)
                .distinct()
                .toList();
    }

    private Assigner others() {
        return rules.assigner(now).except(staffId);
    }
}

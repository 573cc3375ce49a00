package io.playcaller.router.timer.app;

import io.playcaller.contracts.register.Owner;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.routing.RoutingCase;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.Alarm;
import io.playcaller.router.sla.AlarmKind;
import io.playcaller.router.sla.EscalationStep;
import io.playcaller.router.staff.Ask;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.LeadFinder;
import io.playcaller.router.staff.Told;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.PassingOn;
import io.playcaller.router.task.Pausing;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.Timer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What timers do to tasks in one transaction. Who is told, and who has a task next, is found among our people as they stand then;
 * who was given one has it when the next is given.
 */
final class TimerDecisions {

    private final RouterRules rules;
    private final Instant now;
    private final Map<String, KnownAccount> copies;
    private final Set<String> withSevereTicket;
    private Workload workload;

    /**
     * @param copies accounts of the tasks that tell somebody or pass on, by id
     * @param withSevereTicket accounts of the tasks that wait for support of which a severe ticket is open
     * @param workload empty where none passes on
     */
    TimerDecisions(
            RouterRules rules,
            Instant now,
            Map<String, KnownAccount> copies,
            Set<String> withSevereTicket,
            Workload workload) {
        this.rules = rules;
        this.now = now;
        this.copies = copies;
        this.withSevereTicket = withSevereTicket;
        this.workload = workload;
    }

    TaskDecision decide(Task task, Timer timer) {
        if (timer.clock() == Clock.PAUSE) {
            boolean severe = task.signal().accountId() != null
                    && withSevereTicket.contains(task.signal().accountId());
            return new Pausing(now, rules.calendarOf(task.assignment())).ended(task, timer, severe);
        }
        Alarm alarm = task.awaited(timer).orElse(null);
        if (alarm != null && alarm.kind() == AlarmKind.REASSIGN) {
            return passOn(task, timer, alarm);
        }
        Told told = alarm == null || alarm.tell() == null ? null : told(task, alarm.tell());
        return new TaskDecider(now).fire(task, timer, told);
    }

    private Told told(Task task, String tell) {
        String assignee = task.assignment().staffId();
        return tell.startsWith(EscalationStep.TEAM)
                ? leads().team(tell.substring(EscalationStep.TEAM.length()), assignee, owners(task), task.taskId())
                : Told.only(above(task, tell));
    }

    private Assignment above(Task task, String tell) {
        String assignee = task.assignment().staffId();
        UUID draw = task.taskId();
        if (tell.equals(EscalationStep.LEAD)) {
            return leads().lead(assignee, owners(task), draw);
        }
        return tell.startsWith(EscalationStep.PERSON)
                ? leads().person(tell.substring(EscalationStep.PERSON.length()), assignee, owners(task), draw)
                : leads().holder(tell, assignee, owners(task), draw);
    }

    private TaskDecision passOn(Task task, Timer timer, Alarm alarm) {
        PassingOn passing = new PassingOn(now);
        Optional<String> whyNot = PassingOn.whyNot(task, alarm);
        if (whyNot.isPresent()) {
            return passing.stays(task, timer, whyNot.get());
        }
        Assignment to = next(task, alarm);
        if (to.staffId() == null) {
            return passing.stays(task, timer, "It stays where it is: there is nobody else. " + to.sentence());
        }
        workload =
                workload.plus(to, task.signal().accountId(), true, task.order().minutes());
        return passing.to(task, timer, to, rules.calendarOf(task.assignment()), rules.calendarOf(to));
    }

    private Assignment next(Task task, Alarm alarm) {
        boolean nextBest = EscalationStep.NEXT.equals(alarm.tell());
        if (nextBest && PassingOn.heard(task) == 0) {
            return rules.assigner(now).except(task.assignment().staffId()).assign(ask(task), workload);
        }
        return above(task, nextBest || alarm.tell() == null ? EscalationStep.LEAD : alarm.tell());
    }

    private Ask ask(Task task) {
        return new RoutingCase(task.signal(), account(task), List.of(), List.of(), workload, null)
                .ask(task.assignment().role(), true, task.order().minutes(), task.taskId());
    }

    private List<Owner> owners(Task task) {
        return task.signal().accountId() == null ? List.of() : account(task).ownersFor(task.signal());
    }

    private KnownAccount account(Task task) {
        String accountId = task.signal().accountId();
        return accountId == null ? KnownAccount.UNKNOWN : copies.getOrDefault(accountId, KnownAccount.UNKNOWN);
    }

    private LeadFinder leads() {
        return rules.leads(now);
    }
}

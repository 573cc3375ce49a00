package io.playcaller.router.routing;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assigner;
import io.playcaller.router.task.Severities;
import io.playcaller.router.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether it joins an open task of the account: one of its own play, or one of its group that is not settled. Of several that of its own play
 * comes first, then that of the role that would have it alone, then the gravest. What is graver than a task of another role
 * does not join it: whom it needs would not hear of it.
 */
record GroupingStage(RouterRules rules, Assigner assigner, Instant now) implements RoutingStage {

    @Override
    public String name() {
        return "grouping";
    }

    @Override
    public Verdict judge(RoutingCase routingCase) {
        List<Task> open = routingCase.openTasks().stream()
                .filter(task -> shares(routingCase, task))
                .toList();
        if (routingCase.signal().accountId() == null || open.isEmpty()) {
            return new Verdict.Pass(routingCase, "alone", "No open play of the account takes it in.");
        }
        String role = roleOf(routingCase);
        Task task = open.stream()
                .min(Comparator.<Task, Boolean>comparing(one -> !isOfItsPlay(routingCase, one))
                        .thenComparing(one -> !one.assignment().role().equals(role))
                        .thenComparing(Task::severity, Severities.WORST_FIRST)
                        .thenComparing(Task::taskId))
                .orElseThrow();
        return judge(routingCase, task, role);
    }

    private Verdict judge(RoutingCase routingCase, Task task, String role) {
        boolean itsOwn =
                isOfItsPlay(routingCase, task) || task.assignment().role().equals(role);
        if (!itsOwn && isGraver(routingCase, task)) {
            return new Verdict.Pass(
                    routingCase,
                    "graver",
                    "It is graver than the open play " + task.order().play() + " of the account, and " + role
                            + " has to hear of it, not " + task.assignment().role() + ".");
        }
        return new Verdict.Join(
                task, "open-play", "It joins the open play " + task.order().play() + " of the account.");
    }

    private boolean shares(RoutingCase routingCase, Task task) {
        return isOfItsPlay(routingCase, task)
                || (task.settled() == null && rules.plays().group(task.signal(), routingCase.signal()));
    }

    private static boolean isOfItsPlay(RoutingCase routingCase, Task task) {
        return task.order().play().equals(routingCase.chosenPlay().key());
    }

    /** The role under which somebody would have it as a task of its own. */
    private String roleOf(RoutingCase routingCase) {
        return assigner.assign(
                        routingCase.ask(
                                routingCase.chosenPlay(), routingCase.signal().episodeId()),
                        routingCase.workload())
                .role();
    }

    /** By its severity, or because it has to be accepted in less time. */
    private boolean isGraver(RoutingCase routingCase, Task task) {
        if (Severities.isWorse(routingCase.signal().severity(), task.severity())) {
            return true;
        }
        SlaPolicy policy = rules.policyOf(routingCase.chosenPlay(), routingCase.slaCase(routingCase.chosenPlay()));
        BusinessCalendar calendar = rules.calendarOf(task.assignment());
        Optional<Duration> has = task.clock(Clock.ACCEPT).map(SlaClock::target);
        return policy.start(Clock.ACCEPT, 1, now, calendar)
                .filter(alone -> has.isEmpty() || alone.target().compareTo(has.get()) < 0)
                .isPresent();
    }
}

package io.playcaller.router.delivery.person;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.delivery.Background;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.Told;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Closing;
import io.playcaller.router.task.Precision;
import io.playcaller.router.task.Precisions;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.Timer;
import io.playcaller.router.task.WorkOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Steps of a task about a drop of usage at Acme, which is Ana's unless told otherwise. */
public final class TaskSteps {

    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    public static final Assignment ANA = new Assignment("csm", "ana", "named-owner", "Ana is the account's csm.");
    public static final Assignment NOBODY = new Assignment("csm", null, "nobody", "Nobody holds csm.");
    private static final Told LEA = Told.only(new Assignment("team-lead", "lea", "manager", "Lea is the manager."));

    private static final RouterRules RULES = TestRules.read();

    private TaskSteps() {}

    /** Nobody has judged any reason. */
    public static Background background() {
        return new Background(RULES.directory(), Precisions.NONE);
    }

    /** The reason of these tasks was right three times in four. */
    public static Background judged() {
        Map<Closing, Long> answers = Map.of(Closing.HELPED, 3L, Closing.FALSE_ALARM, 1L);
        String reason = created().after().signal().reason().code();
        return new Background(RULES.directory(), Precisions.of(List.of(new Precision(reason, answers))));
    }

    public static BusinessCalendar always() {
        return RULES.calendars().of("24x7");
    }

    public static BusinessCalendar uk() {
        return RULES.calendars().of("uk");
    }

    public static Changed created() {
        return created(Severity.HIGH, ANA);
    }

    public static Changed created(Severity severity, Assignment to) {
        Play play = RULES.plays().play("usage-drop").orElseThrow();
        SlaPolicy policy = SlaPolicy.of(severity, play.sla(), play.giveUp(), play.escalation(), RULES.sla());
        WorkOrder order = new WorkOrder(
                UUID.randomUUID(), UUID.randomUUID(), play.key(), play.title(), play.ask(), 60, policy, NOW, List.of());
        return new TaskDecider(NOW)
                .create(order, Signals.of("a1").severity(severity).build(), to, always());
    }

    public static Changed acknowledged(Task task, String staffId, @Nullable Assignment taker) {
        TaskDecider decider = new TaskDecider(NOW.plusSeconds(60));
        Actor actor = new Actor(staffId, staffId, staffId);
        return (Changed)
                (taker == null
                        ? decider.acknowledge(task, actor, null, always())
                        : decider.takeOver(task, actor, taker, always()));
    }

    public static Changed completed(Task task) {
        return (Changed) new TaskDecider(NOW.plusSeconds(120))
                .complete(task, new Actor("ana", "ana", "Ana Lima"), PlayOutcome.SUCCEEDED, Closing.HELPED);
    }

    /** What its timers say, one after the other, until an escalation has told Lea. */
    public static Changed escalated(Task task) {
        return escalated(task, LEA);
    }

    /** The same, where an escalation tells others. */
    public static Changed escalated(Task task, Told told) {
        Task at = task;
        while (true) {
            Timer next =
                    at.timers().stream().min(Comparator.comparing(Timer::dueAt)).orElseThrow();
            TaskDecision decision = new TaskDecider(next.dueAt()).fire(at, next, told);
            Changed changed = (Changed) decision;
            if (changed.after().escalatedTo() != null) {
                return changed;
            }
            at = changed.after();
        }
    }
}

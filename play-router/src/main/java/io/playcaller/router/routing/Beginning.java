package io.playcaller.router.routing;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.holdout.HoldoutRun;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayStep;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.run.PlayRunDecider;
import io.playcaller.router.run.PlayRunDecider.Look;
import io.playcaller.router.run.RunChange;
import io.playcaller.router.sla.SlaCase;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.staff.Ask;
import io.playcaller.router.staff.Assigner;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.WorkOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins what the stages let pass: a run in one of its arms, or a later step of one. Finds the person, and makes the task. */
record Beginning(RouterRules rules, Assigner assigner, Instant now) {

    /** Of what was never routed before: a replay makes the same run. */
    static UUID runId(SignalChanged signal, Play play) {
        return Ids.derived("play-run", signal.episodeId(), play.key(), signal.transition());
    }

    /** What was routed before may have begun a run of the same play and transition then: this is another one. */
    private UUID anotherRunId(SignalChanged signal, Play play) {
        return Ids.derived("play-run", signal.episodeId(), play.key(), signal.transition(), now);
    }

    /**
     * A run with its first task, which is the whole run where the play has no course; without one where it begins with a message.
     *
     * @param again whether the signal was routed before
     */
    Routed run(RoutingCase routed, boolean again, List<PathStep> path) {
        Play play = routed.chosenPlay();
        UUID playRunId = again ? anotherRunId(routed.signal(), play) : runId(routed.signal(), play);
        if (!play.hasCourse()) {
            TaskDecision.Changed whole = task(routed, playRunId, null, List.of(), path);
            return new Routed.Started(whole, whole.after().order().path(), null);
        }
        Look begun = new PlayRunDecider(now, rules.calendars().standard())
                .begin(playRunId, play, routed.signal())
                .orElseThrow(() -> new IllegalStateException("no step of " + play.key() + " can begin"));
        RunChange run = new RunChange(null, begun.run().drawn(routed.holdoutPercent()), begun.lookAt());
        if (begun.due().isEmpty()) {
            path.add(new PathStep("step", "pass", "message", "Its first step is a message to the customer."));
            return new Routed.Begun(run, List.copyOf(path));
        }
        TaskDecision.Changed first = task(routed, playRunId, begun.due().get(0), List.of(), path);
        return new Routed.Started(first, first.after().order().path(), run);
    }

    /**
     * Without an assignee its play gives up by the standard calendar. The same transition may be held out again, after a task that it
     * had joined meanwhile ended: that is another run.
     */
    HoldoutRun heldOut(RoutingCase routed) {
        Play play = routed.chosenPlay();
        Instant giveUpAt = rules.policyOf(play, routed.slaCase(play))
                .start(Clock.GIVE_UP, 1, now, rules.calendars().standard())
                .map(SlaClock::dueAt)
                .orElse(null);
        SignalChanged signal = routed.signal();
        UUID runId = Ids.derived("holdout-run", signal.episodeId(), play.key(), signal.transition(), now);
        return HoldoutRun.started(runId, play.key(), signal, now, giveUpAt, routed.holdoutPercent());
    }

    /**
     * A task.
     *
     * @param step null where the task is the whole run
     * @param before the tasks of earlier steps
     * @param path how the signal came here; gets what follows
     */
    TaskDecision.Changed task(
            RoutingCase routed, UUID playRunId, @Nullable PlayStep step, List<Task> before, List<PathStep> path) {
        Play whole = routed.chosenPlay();
        Play play = step == null ? whole : whole.at(step);
        UUID taskId = Ids.derived("task", playRunId, step == null ? play.key() : step.key());
        Assignment assignment = assignment(routed, play, taskId, before);
        path.add(new PathStep(
                "assignment", assignment.staffId() == null ? "stop" : "pass", assignment.how(), assignment.sentence()));
        SlaCase slaCase = routed.slaCase(play);
        policyStep(slaCase).ifPresent(path::add);
        WorkOrder order = new WorkOrder(
                taskId,
                playRunId,
                play.key(),
                title(play, routed),
                play.ask(),
                play.minutes(),
                rules.policyOf(play, slaCase),
                now,
                List.copyOf(path),
                step == null ? null : step.key(),
                routed.holdoutPercent());
        return new TaskDecider(now).create(order, routed.signal(), assignment, rules.calendarOf(assignment));
    }

    /** Who had an earlier step under that role, the latest first; else whoever is found for it. */
    private Assignment assignment(RoutingCase routed, Play play, UUID taskId, List<Task> before) {
        Ask ask = routed.ask(play, taskId);
        return before.stream()
                .sorted(Comparator.comparing((Task task) -> task.order().createdAt())
                        .reversed())
                .map(Task::assignment)
                .filter(had -> had.role().equals(ask.role()))
                .flatMap(had -> assigner.again(had.staffId(), ask, routed.workload()).stream())
                .findFirst()
                .orElseGet(() -> assigner.assign(ask, routed.workload()));
    }

    private Optional<PathStep> policyStep(SlaCase of) {
        return rules.sla()
                .ruleOf(of)
                .map(rule -> new PathStep("clocks", "pass", "policy", "Its clocks follow " + rule.name() + "."));
    }

    private static String title(Play play, RoutingCase routed) {
        return routed.accountName() == null ? play.title() : play.title() + ": " + routed.accountName();
    }
}

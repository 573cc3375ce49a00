package io.playcaller.router.routing;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayStep;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.run.PlayRunDecider;
import io.playcaller.router.run.PlayRunDecider.Look;
import io.playcaller.router.run.RunChange;
import io.playcaller.router.sla.SlaCase;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.WorkOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks the stages, then finds the person and makes the task. Later stages (silences, holdout draw, volume brake) are
 * further entries of the list.
 *
 * @param now by the database's business clock
 */
public record Router(RouterRules rules, List<RoutingStage> stages, Instant now) {

    public static Router of(RouterRules rules, Instant now) {
        return new Router(
                rules,
                List.of(
                        new PlayStage(rules.plays()),
                        new EligibilityStage(),
                        new MuteStage(rules.plays().muteRules()),
                        new GroupingStage(rules, now)),
                now);
    }

    /**
     * Routes a signal.
     *
     * @param before steps that were taken before the stages, such as a release from triage
     */
    public Routed route(RoutingCase signal, List<PathStep> before) {
        List<PathStep> path = new ArrayList<>(before);
        RoutingCase current = signal;
        for (RoutingStage stage : stages) {
            Verdict verdict = stage.judge(current);
            path.add(step(stage, verdict));
            if (verdict instanceof Verdict.Pass pass) {
                current = pass.next();
            } else if (verdict instanceof Verdict.Join join) {
                return new Routed.Joined(join(join.task(), signal.signal(), signal.stage()), List.copyOf(path));
            } else if (verdict instanceof Verdict.Stop stop) {
                return new Routed.Stopped(stop.muted(), List.copyOf(path));
            }
        }
        return newTask(current, path);
    }

    /**
     * A signal comes to an open task, or asks for more than before: the task hurries where the signal gives less time.
     *
     * @param stage of the account's life now
     */
    public TaskDecision join(Task task, SignalChanged signal, @Nullable String stage) {
        return new TaskDecider(now)
                .join(task, signal, policyOn(task, signal, stage), rules.calendarOf(task.assignment()));
    }

    /** News of a signal of an open task that ask for nothing more. */
    public TaskDecision note(Task task, SignalChanged signal) {
        return new TaskDecider(now).join(task, signal, null, rules.calendarOf(task.assignment()));
    }

    /** A signal of an open task ended. */
    public TaskDecision episodeEnded(Task task, SignalChanged signal) {
        return new TaskDecider(now)
                .episodeEnded(task, signal, rules.plays().wrapUp(), rules.calendarOf(task.assignment()));
    }

    /** A task's own signal goes by the task's play, one that joined it by the play that answers it. */
    private SlaPolicy policyOn(Task task, SignalChanged signal, @Nullable String stage) {
        Optional<Play> ofTask = rules.plays().play(task.order().play()).map(play -> ofStep(play, task));
        Optional<Play> play =
                task.isOf(signal) ? ofTask : rules.plays().playOf(signal).or(() -> ofTask);
        return play.map(known -> rules.policyOf(known, SlaCase.of(known.key(), signal, stage)))
                .orElseGet(() -> task.order().policy());
    }

    /** A step has the clocks of its own. */
    private static Play ofStep(Play play, Task task) {
        return play.steps().stream()
                .filter(step -> step.key().equals(task.order().step()))
                .findFirst()
                .map(play::at)
                .orElse(play);
    }

    private Routed newTask(RoutingCase routed, List<PathStep> path) {
        Play play = routed.chosenPlay();
        Optional<String> tooOften = play.admission().frequency().whyNot(routed.runsOfPlay(), now);
        if (tooOften.isPresent()) {
            path.add(new PathStep("frequency", "stop", "too-often", tooOften.get()));
            return new Routed.Stopped(false, List.copyOf(path));
        }
        SignalChanged signal = routed.signal();
        UUID playRunId = Ids.derived("play-run", signal.episodeId(), play.key(), signal.transition());
        if (!play.hasCourse()) {
            TaskDecision.Changed whole = task(routed, playRunId, null, List.of(), path);
            return new Routed.Started(whole, whole.after().order().path(), null);
        }
        Optional<Look> begun = new PlayRunDecider(now, rules.calendars().standard()).begin(playRunId, play, signal);
        if (begun.isEmpty()) {
            path.add(
                    new PathStep("steps", "stop", "digital", "All its steps are digital, and nothing sends them yet."));
            return new Routed.Stopped(false, List.copyOf(path));
        }
        TaskDecision.Changed first = task(routed, playRunId, begun.get().due().get(0), List.of(), path);
        RunChange run = new RunChange(null, begun.get().run(), begun.get().lookAt());
        return new Routed.Started(first, first.after().order().path(), run);
    }

    /**
     * The task of a later step of a run.
     *
     * @param routed what the run is about, with its play
     * @param before the tasks of earlier steps: who had one under the same role has this one, too
     */
    public TaskDecision.Changed stepTask(RoutingCase routed, UUID playRunId, PlayStep step, List<Task> before) {
        List<PathStep> path = new ArrayList<>();
        path.add(new PathStep("step", "pass", "due", "The step " + step.title() + " of the play is due."));
        return task(routed, playRunId, step, before, path);
    }

    /** @param step null where the task is the whole run */
    private TaskDecision.Changed task(
            RoutingCase routed, UUID playRunId, @Nullable PlayStep step, List<Task> before, List<PathStep> path) {
        Play whole = routed.chosenPlay();
        Play play = step == null ? whole : whole.at(step);
        UUID taskId = Ids.derived("task", playRunId, step == null ? play.key() : step.key());
        String role = play.ownerIn(routed.tier());
        Assignment assignment = samePerson(role, before)
                .orElseGet(() -> rules.assigner(now).assign(role, routed.owners(), routed.workload(), taskId));
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
                step == null ? null : step.key());
        return new TaskDecider(now).create(order, routed.signal(), assignment, rules.calendarOf(assignment));
    }

    /** Who had an earlier step under that role and works today, the latest first. */
    private Optional<Assignment> samePerson(String role, List<Task> before) {
        return before.stream()
                .sorted(Comparator.comparing((Task task) -> task.order().createdAt())
                        .reversed())
                .map(Task::assignment)
                .filter(had -> had.role().equals(role))
                .flatMap(had -> rules.directory().person(had.staffId()).stream())
                .filter(person ->
                        !person.isAway(rules.calendarOfPerson(person.staffId()).dayOf(now)))
                .findFirst()
                .map(person -> new Assignment(
                        role,
                        person.staffId(),
                        "same-person",
                        person.name() + " had the step before, as " + role + "."));
    }

    private Optional<PathStep> policyStep(SlaCase of) {
        return rules.sla()
                .ruleOf(of)
                .map(rule -> new PathStep("clocks", "pass", "policy", "Its clocks follow " + rule.name() + "."));
    }

    private static String title(Play play, RoutingCase routed) {
        return routed.accountName() == null ? play.title() : play.title() + ": " + routed.accountName();
    }

    private static PathStep step(RoutingStage stage, Verdict verdict) {
        String answer = verdict instanceof Verdict.Pass ? "pass" : verdict instanceof Verdict.Join ? "join" : "stop";
        return new PathStep(stage.name(), answer, verdict.reason(), verdict.sentence());
    }
}

package io.playcaller.router.routing;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.holdout.HoldoutRun;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.silence.Quiet;
import io.playcaller.router.sla.SlaCase;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.WorkOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks the stages, then finds the person and makes the task.
 *
 * @param now by the database's business clock
 */
public record Router(RouterRules rules, List<RoutingStage> stages, Instant now) {

    /** One that nothing but the rules holds back. */
    public static Router of(RouterRules rules, Instant now) {
        return of(rules, Restraints.NONE, now);
    }

    public static Router of(RouterRules rules, Restraints restraints, Instant now) {
        List<Quiet> quiets = Stream.<Quiet>concat(rules.windows().stream(), restraints.silences().stream())
                .toList();
        return new Router(
                rules,
                List.of(
                        new PlayStage(rules.plays()),
                        new EligibilityStage(),
                        new SilenceStage(quiets, now),
                        new MuteStage(rules.plays().muteRules()),
                        new GroupingStage(rules, now),
                        new HoldoutStage(rules.plays().holdout()),
                        new BrakeStage(restraints.braked())),
                now);
    }

    /** Whether a play would take it in, whatever else is open on its account or holds it back for now. */
    public boolean answers(RoutingCase signal) {
        return new PlayStage(rules.plays()).judge(signal) instanceof Verdict.Pass found
                && new EligibilityStage().judge(found.next()) instanceof Verdict.Pass;
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
            } else if (verdict instanceof Verdict.Wait wait) {
                return new Routed.Waiting(wait.waits(), List.copyOf(path));
            } else if (verdict instanceof Verdict.Stop stop) {
                return new Routed.Stopped(stop.muted(), List.copyOf(path));
            } else if (verdict instanceof Verdict.HoldOut) {
                return new Routed.HeldOut(heldOut(current), List.copyOf(path));
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
        Optional<Play> ofTask = rules.plays().play(task.order().play());
        Optional<Play> play =
                task.isOf(signal) ? ofTask : rules.plays().playOf(signal).or(() -> ofTask);
        return play.map(known -> rules.policyOf(known, SlaCase.of(known.key(), signal, stage)))
                .orElseGet(() -> task.order().policy());
    }

    /**
     * Without an assignee its play gives up by the standard calendar. The same transition may be held out again, after a task that it
     * had joined meanwhile ended: that is another run.
     */
    private HoldoutRun heldOut(RoutingCase routed) {
        Play play = routed.chosenPlay();
        Instant giveUpAt = rules.policyOf(play, routed.slaCase(play))
                .start(Clock.GIVE_UP, 1, now, rules.calendars().standard())
                .map(SlaClock::dueAt)
                .orElse(null);
        SignalChanged signal = routed.signal();
        UUID runId = Ids.derived("holdout-run", signal.episodeId(), play.key(), signal.transition(), now);
        return HoldoutRun.started(runId, play.key(), signal, now, giveUpAt);
    }

    private Routed newTask(RoutingCase routed, List<PathStep> path) {
        Play play = routed.chosenPlay();
        SignalChanged signal = routed.signal();
        UUID playRunId = Ids.derived("play-run", signal.episodeId(), play.key(), signal.transition());
        UUID taskId = Ids.derived("task", playRunId, play.key());
        Assignment assignment = rules.assigner(now).assign(routed.ask(play, taskId), routed.workload());
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
                List.copyOf(path));
        return new Routed.Started(
                new TaskDecider(now).create(order, signal, assignment, rules.calendarOf(assignment)), order.path());
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
        return new PathStep(stage.name(), answer(verdict), verdict.reason(), verdict.sentence());
    }

    private static String answer(Verdict verdict) {
        if (verdict instanceof Verdict.Pass) {
            return "pass";
        }
        if (verdict instanceof Verdict.Join) {
            return "join";
        }
        return verdict instanceof Verdict.Wait ? "wait" : "stop";
    }
}

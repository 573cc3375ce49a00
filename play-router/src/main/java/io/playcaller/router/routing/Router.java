package io.playcaller.router.routing;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayStep;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.silence.Quiet;
import io.playcaller.router.sla.SlaCase;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assigner;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks the stages, then finds the person and makes the task. Of all that it routes the days of our people are worked out once: to
 * be used by one thread at a time.
 *
 * @param assigner as of that instant
 * @param now by the database's business clock
 */
public record Router(RouterRules rules, List<RoutingStage> stages, Assigner assigner, Instant now) {

    /** One that nothing but the rules holds back. */
    public static Router of(RouterRules rules, Instant now) {
        return of(rules, Restraints.NONE, now);
    }

    public static Router of(RouterRules rules, Restraints restraints, Instant now) {
        List<Quiet> quiets = Stream.<Quiet>concat(rules.windows().stream(), restraints.silences().stream())
                .toList();
        Assigner assigner = rules.assigner(now);
        return new Router(
                rules,
                List.of(
                        new PlayStage(rules.plays()),
                        new EligibilityStage(),
                        new SilenceStage(quiets, now),
                        new MuteStage(rules.plays().muteRules()),
                        new GroupingStage(rules, assigner, now),
                        new BeginStage(now, rules.calendars().standard()),
                        new BrakeStage(restraints.braked()),
                        new HoldoutStage(rules.plays().holdout())),
                assigner,
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
        return through(stages, signal, before);
    }

    /**
     * Routes a signal whose play gave up on to what follows: it joins what is open of its group, else that play begins. Whether it is
     * worth a task was asked when it came.
     *
     * @param signal with the play that follows
     */
    public Routed followUp(RoutingCase signal, List<PathStep> before) {
        return through(
                List.of(
                        new GroupingStage(rules, assigner, now),
                        new BeginStage(now, rules.calendars().standard())),
                signal,
                before);
    }

    private Routed through(List<RoutingStage> asked, RoutingCase signal, List<PathStep> before) {
        List<PathStep> path = new ArrayList<>(before);
        RoutingCase current = signal;
        for (RoutingStage stage : asked) {
            Verdict verdict = stage.judge(current);
            if (stage.isTold(verdict)) {
                path.add(step(stage, verdict));
            }
            if (verdict instanceof Verdict.Pass pass) {
                current = pass.next();
            } else if (verdict instanceof Verdict.Join join) {
                return new Routed.Joined(join(join.task(), signal.signal(), signal.stage()), List.copyOf(path));
            } else if (verdict instanceof Verdict.Wait wait) {
                return new Routed.Waiting(wait.waits(), List.copyOf(path));
            } else if (verdict instanceof Verdict.Stop stop) {
                return new Routed.Stopped(stop.muted(), List.copyOf(path));
            } else if (verdict instanceof Verdict.HoldOut out) {
                return new Routed.HeldOut(beginning().heldOut(out.drawn()), List.copyOf(path));
            }
        }
        return beginning().run(current, !before.isEmpty(), path);
    }

    private Beginning beginning() {
        return new Beginning(rules, assigner, now);
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
        Optional<Play> ofTask =
                rules.plays().play(task.order().play(), task.order().step());
        Optional<Play> play =
                task.isOf(signal) ? ofTask : rules.plays().playOf(signal).or(() -> ofTask);
        return play.map(known -> rules.policyOf(known, SlaCase.of(known.key(), signal, stage)))
                .orElseGet(() -> task.order().policy());
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
        return beginning().task(routed, playRunId, step, before, path);
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

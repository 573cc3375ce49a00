package io.playcaller.router.signal;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.play.Play;
import io.playcaller.router.routing.Routed;
import io.playcaller.router.routing.Router;
import io.playcaller.router.routing.RoutingCase;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.TaskDecision;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Routes a signal of a desk, and puts down what became of it. Where that lets others of the account go, because a play began or nobody
 * works any more on what muted them, they are routed again.
 */
record DeskRouter(Router router) {

    private static final PathStep NOT_WORKED_ON =
            PathStep.again("not-worked-on", "Nobody works any more on a signal of the account that holds.");
    private static final PathStep TREATED =
            PathStep.again("treated", "Somebody works on its play now, so that it is held out no longer.");
    private static final PathStep GAVE_UP = PathStep.again("gave-up", "Its play gave up, and says what follows.");

    /** Whether a play would take it in, whatever else is open on its account or holds it back for now. */
    boolean answers(AccountDesk desk, SignalChanged signal, Workload workload) {
        return router.answers(caseOf(desk, signal, workload));
    }

    /**
     * Routes a signal.
     *
     * @param before steps that were taken before the stages
     */
    SignalEffects route(AccountDesk desk, SignalChanged signal, Workload workload, List<PathStep> before) {
        return became(desk, signal, router.route(caseOf(desk, signal, workload), before), workload);
    }

    /** Routes what was routed before. Where its play gave up, to what follows, never to that play again, unless it asks for more. */
    SignalEffects goesOn(
            AccountDesk desk, KnownSignal known, SignalChanged signal, List<PathStep> before, Workload workload) {
        Optional<Play> next = known.asksForMore(signal)
                ? Optional.empty()
                : known.followUp().flatMap(router.rules().plays()::play);
        return next.map(play -> followUp(desk, signal, play, before, workload))
                .orElseGet(() -> route(desk, signal, workload, before));
    }

    /** Routes a signal whose play gave up on to the play that follows. */
    SignalEffects followUp(AccountDesk desk, KnownSignal known, Play next, Workload workload) {
        return letGo(desk, followUp(desk, known.signal(), next, known.after(GAVE_UP), workload), workload);
    }

    private SignalEffects followUp(
            AccountDesk desk, SignalChanged signal, Play next, List<PathStep> before, Workload workload) {
        List<PathStep> path = Stream.concat(before.stream(), Stream.of(PathStep.followUp(next.key(), next.title())))
                .toList();
        return became(
                desk, signal, router.followUp(caseOf(desk, signal, workload).withPlay(next), path), workload);
    }

    /** Where these effects leave something that holds without anybody who works on it, what that muted may be muted no longer. */
    SignalEffects letGo(AccountDesk before, SignalEffects effects, Workload workload) {
        boolean someIs = effects.ledger().stream()
                .anyMatch(known -> known.isOpen()
                        && !known.status().isWorkedOn()
                        && isWorkedOn(before.signals().get(known.episodeId())));
        return someIs ? reconsidered(before.after(effects), effects, NOT_WORKED_ON, workload) : effects;
    }

    private static boolean isWorkedOn(@Nullable KnownSignal known) {
        return known != null && known.isOpen() && known.status().isWorkedOn();
    }

    /** Routes again what is muted: it may be muted no longer. */
    SignalEffects reconsidered(AccountDesk desk, SignalEffects soFar, PathStep because, Workload workload) {
        List<KnownSignal> muted = desk.signals().values().stream()
                .filter(known -> known.status() == SignalStatus.MUTED && known.isOpen())
                .toList();
        return routeAgain(desk, soFar, muted, because, workload);
    }

    /** Routes these one after the other, each on the desk that those before have left. */
    SignalEffects routeAgain(
            AccountDesk desk, SignalEffects soFar, List<KnownSignal> signals, PathStep because, Workload workload) {
        AccountDesk current = desk;
        SignalEffects effects = soFar;
        for (KnownSignal known : signals) {
            SignalEffects more = goesOn(current, known, known.signal(), known.after(because), effects.on(workload));
            current = current.after(more);
            effects = effects.and(more);
        }
        return effects;
    }

    private SignalEffects became(AccountDesk desk, SignalChanged signal, Routed routed, Workload workload) {
        if (routed instanceof Routed.Started started) {
            SignalEffects task = effects(signal, SignalStatus.TASK, started.decision(), routed.path());
            SignalEffects begun = started.run() == null ? task : task.and(SignalEffects.ofCourse(started.run()));
            return treated(desk, begun, started.decision().after().order().play(), signal, workload);
        }
        if (routed instanceof Routed.Begun begun) {
            SignalEffects line = new SignalEffects(
                    List.of(new KnownSignal(signal, SignalStatus.RUN, null, routed.path())), List.of());
            String play = begun.run().after().play().key();
            return treated(desk, line.and(SignalEffects.ofCourse(begun.run())), play, signal, workload);
        }
        if (routed instanceof Routed.Joined joined && joined.decision() instanceof TaskDecision.Changed changed) {
            return effects(signal, SignalStatus.JOINED, changed, routed.path())
                    .and(new Holdouts(desk, router.now()).taken(signal.episodeId()));
        }
        if (routed instanceof Routed.HeldOut held) {
            KnownSignal line = new KnownSignal(signal, SignalStatus.HELD_OUT, null, routed.path());
            return new SignalEffects(
                    List.of(line), List.of(), new Holdouts(desk, router.now()).drawn(held.run(), signal.episodeId()));
        }
        if (routed instanceof Routed.Waiting waiting) {
            SignalStatus status = waiting.waits().isHeld() ? SignalStatus.HELD : SignalStatus.SILENCED;
            KnownSignal known = new KnownSignal(signal, status, null, routed.path(), waiting.waits());
            return new SignalEffects(List.of(known), List.of());
        }
        boolean muted = routed instanceof Routed.Stopped stopped && stopped.muted();
        SignalStatus status = muted ? SignalStatus.MUTED : SignalStatus.STOPPED;
        return new SignalEffects(List.of(new KnownSignal(signal, status, null, routed.path())), List.of());
    }

    private static RoutingCase caseOf(AccountDesk desk, SignalChanged signal, Workload workload) {
        return new RoutingCase(
                signal,
                desk.account(),
                List.copyOf(desk.openTasks().values()),
                desk.openBeside(signal),
                workload,
                null,
                desk.runs());
    }

    /** A play began: what was held out of it on this account joins. */
    private SignalEffects treated(
            AccountDesk desk, SignalEffects started, String play, SignalChanged signal, Workload workload) {
        Holdouts holdouts = new Holdouts(desk, router.now());
        SignalEffects effects = started.and(holdouts.treated(play, signal.episodeId()));
        List<KnownSignal> others = holdouts.othersOf(play, signal.episodeId());
        return routeAgain(desk.after(effects), effects, others, TREATED, workload);
    }

    private static SignalEffects effects(
            SignalChanged signal, SignalStatus status, TaskDecision.Changed changed, List<PathStep> path) {
        UUID taskId = changed.after().taskId();
        return new SignalEffects(List.of(new KnownSignal(signal, status, taskId, path)), List.of(changed));
    }
}

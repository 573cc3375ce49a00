package io.playcaller.router.signal;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.router.routing.Routed;
import io.playcaller.router.routing.Router;
import io.playcaller.router.routing.RoutingCase;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the transition of a signal does to its account. Of an episode the higher transition wins: one that was seen, or
 * is older than one seen, does nothing.
 */
public record SignalDecider(Router router) {

    public SignalEffects decide(AccountDesk desk, SignalChanged signal, Workload workload) {
        KnownSignal known = desk.signals().get(signal.episodeId());
        if (signal.state() == SignalState.UNKNOWN
                || (known != null && known.signal().transition() >= signal.transition())) {
            return SignalEffects.NONE;
        }
        return KnownSignal.isOpen(signal)
                ? opened(desk, known, signal, workload)
                : ended(desk, known, signal, workload);
    }

    /** Routes a signal that waited in triage, as if it were live. */
    public SignalEffects release(AccountDesk desk, UUID episodeId, String lead, Workload workload) {
        KnownSignal waiting = desk.signals().get(episodeId);
        if (waiting == null || waiting.status() != SignalStatus.TRIAGE || !waiting.isOpen()) {
            return SignalEffects.NONE;
        }
        return route(desk, waiting.signal(), workload, List.of(KnownSignal.releasedBy(lead)));
    }

    private SignalEffects opened(
            AccountDesk desk, @Nullable KnownSignal known, SignalChanged signal, Workload workload) {
        Task task = openTaskOf(desk, known);
        if (task != null) {
            return joined(known, signal, new TaskDecider(router.now()).join(task, signal));
        }
        if (known != null && known.taskId() != null && signal.state() == SignalState.UPDATED) {
            return line(known, signal, known.status(), worked(known));
        }
        if (known != null && known.goesOnWith(signal)) {
            return route(desk, signal, workload, known.release());
        }
        return signal.origin() == SignalOrigin.LIVE ? route(desk, signal, workload, List.of()) : waiting(signal);
    }

    private static SignalEffects waiting(SignalChanged signal) {
        PathStep triage = new PathStep(
                "origin", "stop", "backfill", "Found by an import: it waits in triage for a lead to release it.");
        return new SignalEffects(
                List.of(new KnownSignal(signal, SignalStatus.TRIAGE, null, List.of(triage))), List.of());
    }

    private SignalEffects ended(
            AccountDesk desk, @Nullable KnownSignal known, SignalChanged signal, Workload workload) {
        Task task = openTaskOf(desk, known);
        SignalEffects effects;
        if (task != null) {
            effects = joined(known, signal, new TaskDecider(router.now()).episodeEnded(task, signal));
        } else {
            SignalStatus status = known != null && known.taskId() != null ? known.status() : SignalStatus.ENDED;
            effects = line(known, signal, status, new PathStep("signal", "stop", "ended", "The signal ended."));
        }
        return reconsidered(desk.after(effects), effects, workload);
    }

    /** What was muted may be muted no longer. */
    private SignalEffects reconsidered(AccountDesk desk, SignalEffects soFar, Workload workload) {
        AccountDesk current = desk;
        SignalEffects effects = soFar;
        List<KnownSignal> muted = desk.signals().values().stream()
                .filter(known -> known.status() == SignalStatus.MUTED && known.isOpen())
                .toList();
        for (KnownSignal known : muted) {
            List<PathStep> before = new ArrayList<>(known.release());
            before.add(new PathStep("reconsidered", "pass", "signal-ended", "Another signal of the account ended."));
            SignalEffects more = route(current, known.signal(), effects.on(workload), before);
            current = current.after(more);
            effects = effects.and(more);
        }
        return effects;
    }

    private SignalEffects route(AccountDesk desk, SignalChanged signal, Workload workload, List<PathStep> before) {
        RoutingCase routingCase = new RoutingCase(
                signal,
                desk.nameFor(signal),
                desk.ownersFor(signal),
                List.copyOf(desk.openTasks().values()),
                desk.openBeside(signal),
                workload,
                null);
        Routed routed = router.route(routingCase, before);
        if (routed instanceof Routed.Started started) {
            return effects(signal, SignalStatus.TASK, started.decision(), routed.path());
        }
        if (routed instanceof Routed.Joined joined && joined.decision() instanceof TaskDecision.Changed changed) {
            return effects(signal, SignalStatus.JOINED, changed, routed.path());
        }
        boolean muted = routed instanceof Routed.Stopped stopped && stopped.muted();
        SignalStatus status = muted ? SignalStatus.MUTED : SignalStatus.STOPPED;
        return new SignalEffects(List.of(new KnownSignal(signal, status, null, routed.path())), List.of());
    }

    private static SignalEffects effects(
            SignalChanged signal, SignalStatus status, TaskDecision.Changed changed, List<PathStep> path) {
        UUID taskId = changed.after().taskId();
        return new SignalEffects(List.of(new KnownSignal(signal, status, taskId, path)), List.of(changed));
    }

    private static @Nullable Task openTaskOf(AccountDesk desk, @Nullable KnownSignal known) {
        return known == null || known.taskId() == null ? null : desk.openTasks().get(known.taskId());
    }

    private static SignalEffects joined(@Nullable KnownSignal known, SignalChanged signal, TaskDecision decision) {
        PathStep step = new PathStep("task", "join", "own-task", "It belongs to the open task.");
        SignalEffects line = line(known, signal, SignalStatus.JOINED, step);
        return decision instanceof TaskDecision.Changed changed
                ? new SignalEffects(line.ledger(), List.of(changed))
                : line;
    }

    /** Keeps what became of the episode; only its newest transition is new. */
    private static SignalEffects line(
            @Nullable KnownSignal known, SignalChanged signal, SignalStatus otherwise, PathStep step) {
        KnownSignal next = known == null
                ? new KnownSignal(signal, otherwise, null, List.of(step))
                : new KnownSignal(
                        signal, known.taskId() == null ? otherwise : known.status(), known.taskId(), known.path());
        return new SignalEffects(List.of(next), List.of());
    }

    private static PathStep worked(KnownSignal known) {
        return new PathStep("task", "stop", "worked", "Its task " + known.taskId() + " has ended.");
    }
}

package io.playcaller.router.signal;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.routing.Router;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.Severities;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the transition of a signal does to its account. Of an episode the higher transition wins: one that was seen, or
 * is older than one seen, does nothing.
 */
public record SignalDecider(Router router) {

    private static final PathStep SIGNAL_ENDED = PathStep.again("signal-ended", "A signal of the account ended.");
    private static final PathStep REASON_CHANGED =
            PathStep.again("reason-changed", "A signal of the account has another reason now.");
    private static final PathStep STAGE_CHANGED =
            PathStep.again("stage-changed", "The account is in another stage now.");
    private static final PathStep TASK_ENDED =
            PathStep.again("task-ended", "The task that it had joined ended while it was open.");
    private static final PathStep MORE = PathStep.again("more", "It is of one more since its task ended.");
    private static final PathStep GRAVER = PathStep.again("graver", "It got graver after its task had ended.");

    public SignalEffects decide(AccountDesk desk, SignalChanged signal, Workload workload) {
        KnownSignal known = desk.signals().get(signal.episodeId());
        if (signal.state() == SignalState.UNKNOWN
                || (known != null && known.signal().transition() >= signal.transition())) {
            return SignalEffects.NONE;
        }
        if (!KnownSignal.isOpen(signal)) {
            SignalEffects ended = ticketMoved(desk, known, signal, ended(desk, known, signal));
            return routing().reconsidered(desk.after(ended), ended, SIGNAL_ENDED, workload);
        }
        SignalEffects opened = ticketMoved(desk, known, signal, opened(desk, known, signal, workload));
        boolean otherReason = known != null && known.isOpen() && known.signal().reason() != signal.reason();
        return otherReason
                ? routing().reconsidered(desk.after(opened), opened, REASON_CHANGED, workload)
                : routing().letGo(desk, opened, workload);
    }

    private SignalEffects ticketMoved(
            AccountDesk desk, @Nullable KnownSignal known, SignalChanged signal, SignalEffects effects) {
        return new SevereTickets(router).moved(desk, known, signal, effects);
    }

    /** Looks again at what is muted on an account that is in another stage of its life now. */
    public SignalEffects stageChanged(AccountDesk desk, Workload workload) {
        return routing().reconsidered(desk, SignalEffects.NONE, STAGE_CHANGED, workload);
    }

    /** Routes what had joined a task and was open when that ended, the gravest first. */
    public SignalEffects taskEnded(AccountDesk desk, UUID taskId, Workload workload) {
        if (desk.openTasks().containsKey(taskId)) {
            return SignalEffects.NONE;
        }
        List<KnownSignal> left = desk.signals().values().stream()
                .filter(known -> known.isOpen() && known.isLeftBy(taskId))
                .sorted(Comparator.<KnownSignal, Severity>comparing(
                                known -> known.signal().severity(), Severities.WORST_FIRST)
                        .thenComparing(known -> known.signal().openedAt())
                        .thenComparing(KnownSignal::episodeId))
                .toList();
        SignalEffects routed = routing().routeAgain(desk, SignalEffects.NONE, left, TASK_ENDED, workload);
        return routing().letGo(desk, routed, workload);
    }

    /** Routes a signal that waited in triage, as if it were live. */
    public SignalEffects release(AccountDesk desk, UUID episodeId, String lead, Workload workload) {
        KnownSignal waiting = desk.signals().get(episodeId);
        if (waiting == null || waiting.status() != SignalStatus.TRIAGE || !waiting.isOpen()) {
            return SignalEffects.NONE;
        }
        return routing().route(desk, waiting.signal(), workload, List.of(KnownSignal.releasedBy(lead)));
    }

    private SignalEffects opened(
            AccountDesk desk, @Nullable KnownSignal known, SignalChanged signal, Workload workload) {
        Task task = openTaskOf(desk, known);
        if (known != null && task != null) {
            return onItsTask(desk, known, task, signal, workload);
        }
        if (known != null && known.status() == SignalStatus.HELD_OUT && known.isOpen()) {
            return heldOut(desk, known, signal, workload);
        }
        if (known != null && known.status() == SignalStatus.RUN && known.isOpen()) {
            return onItsRun(desk, known, signal, workload);
        }
        if (known != null && known.taskId() != null && signal.state() == SignalState.UPDATED) {
            return afterItsTask(desk, known, signal, workload);
        }
        if (known != null && known.isLeftToPeople(signal)) {
            return new SignalEffects(List.of(known.with(signal)), List.of());
        }
        if (known != null && known.goesOnWith(signal)) {
            return routing().goesOn(desk, known, signal, known.release(), workload);
        }
        boolean waits = signal.origin() != SignalOrigin.LIVE && routing().answers(desk, signal, workload);
        return waits ? waiting(signal) : routing().route(desk, signal, workload, List.of());
    }

    /** What asks for more than the messages of its run say is routed again, which ends the run where another begins. */
    private SignalEffects onItsRun(AccountDesk desk, KnownSignal known, SignalChanged signal, Workload workload) {
        SignalEffects stays = new SignalEffects(List.of(known.with(signal)), List.of());
        if (!known.asksForMore(signal)) {
            return stays;
        }
        SignalEffects routed = routing().route(desk, signal, workload, known.after(GRAVER));
        return routed.tasks().isEmpty() && routed.courses().isEmpty() ? stays : routed;
    }

    /** What asks for more than before may leave a task that it had joined for one of its own. */
    private SignalEffects onItsTask(
            AccountDesk desk, KnownSignal known, Task task, SignalChanged signal, Workload workload) {
        if (!known.asksForMore(signal)) {
            return joined(known, signal, router.note(task, signal))
                    .and(beside(desk, task, signal, other -> router.note(other, signal)));
        }
        String stage = desk.account().stageFor(signal);
        boolean mayLeave = known.status() == SignalStatus.JOINED && task.isAlsoAbout(signal);
        return (mayLeave ? moved(desk, task, signal, workload) : Optional.<SignalEffects>empty())
                .orElseGet(() -> joined(known.anew(), signal, router.join(task, signal, stage))
                        .and(beside(desk, task, signal, other -> router.join(other, signal, stage))));
    }

    /** Steps of its run that go on beside the one that its news go to: whoever has one of them hears, too. */
    private static SignalEffects beside(
            AccountDesk desk, @Nullable Task task, SignalChanged signal, Function<Task, TaskDecision> news) {
        List<TaskDecision.Changed> changes = desk.openTasks().values().stream()
                .filter(other -> other.isOf(signal) && !other.order().wholeRun() && !other.equals(task))
                .map(news)
                .flatMap(decision -> decision instanceof TaskDecision.Changed changed
                        ? Stream.of(changed)
                        : Stream.<TaskDecision.Changed>empty())
                .toList();
        return new SignalEffects(List.of(), changes);
    }

    private Optional<SignalEffects> moved(AccountDesk desk, Task from, SignalChanged signal, Workload workload) {
        SignalEffects alone = routing().route(desk, signal, workload, List.of());
        if (alone.ledger().stream().noneMatch(known -> known.status() == SignalStatus.TASK)) {
            return Optional.empty();
        }
        TaskDecision left = new TaskDecider(router.now()).episodeMoved(from, signal);
        return Optional.of(
                left instanceof TaskDecision.Changed changed
                        ? new SignalEffects(List.of(), List.of(changed)).and(alone)
                        : alone);
    }

    /** Somebody has worked on it, unless it had only joined; it is worked on again when it gets graver, or is of one more. */
    private SignalEffects afterItsTask(AccountDesk desk, KnownSignal known, SignalChanged signal, Workload workload) {
        if (known.status() == SignalStatus.JOINED) {
            return routing().goesOn(desk, known, signal, known.after(TASK_ENDED), workload);
        }
        if (Severities.isWorse(signal.severity(), known.signal().severity())) {
            return routing().route(desk, signal, workload, known.after(GRAVER));
        }
        return signal.ofMore()
                ? routing().route(desk, signal, workload, known.after(MORE))
                : line(known, signal, known.status(), worked(known))
                        .and(beside(desk, null, signal, other -> router.note(other, signal)));
    }

    /**
     * While its run is open it stays held out, unless it asks for more and a play is then run, or it is critical. What is critical and
     * waits, or is answered by no play, leaves its run open: nobody has done anything yet.
     */
    private SignalEffects heldOut(AccountDesk desk, KnownSignal known, SignalChanged signal, Workload workload) {
        SignalEffects stays = stillHeldOut(known, signal);
        if (holdouts(desk).of(signal.episodeId()).isEmpty()) {
            return afterItsHeldOutRun(desk, known, signal, workload).orElse(stays);
        }
        if (!known.asksForMore(signal)) {
            return stays;
        }
        SignalEffects routed = routing().route(desk, signal, workload, known.after(GRAVER));
        if (!routed.tasks().isEmpty()
                || !routed.holdouts().isEmpty()
                || !routed.courses().isEmpty()) {
            return routed;
        }
        if (signal.severity() != Severity.CRITICAL) {
            return stays;
        }
        return isMuted(routed) ? routed.and(holdouts(desk).taken(signal.episodeId())) : routed;
    }

    /**
     * Its play gave up: what gets graver goes the way of its like in the other arm, whose task has ended. Where that is held, silenced or
     * muted, so is it, and either is looked at again when that is over.
     */
    private Optional<SignalEffects> afterItsHeldOutRun(
            AccountDesk desk, KnownSignal known, SignalChanged signal, Workload workload) {
        return Severities.isWorse(signal.severity(), known.signal().severity())
                ? Optional.of(routing().route(desk, signal, workload, known.after(GRAVER)))
                : Optional.empty();
    }

    /** Somebody works on something graver of the account. */
    private static boolean isMuted(SignalEffects routed) {
        return routed.ledger().stream().anyMatch(known -> known.status() == SignalStatus.MUTED);
    }

    private static SignalEffects stillHeldOut(KnownSignal known, SignalChanged signal) {
        KnownSignal line = new KnownSignal(signal, SignalStatus.HELD_OUT, null, known.path());
        return new SignalEffects(List.of(line), List.of());
    }

    private Holdouts holdouts(AccountDesk desk) {
        return new Holdouts(desk, router.now());
    }

    DeskRouter routing() {
        return new DeskRouter(router);
    }

    private static SignalEffects waiting(SignalChanged signal) {
        PathStep triage = new PathStep(
                "origin", "stop", "backfill", "Found by an import: it waits in triage for a lead to release it.");
        return new SignalEffects(
                List.of(new KnownSignal(signal, SignalStatus.TRIAGE, null, List.of(triage))), List.of());
    }

    private SignalEffects ended(AccountDesk desk, @Nullable KnownSignal known, SignalChanged signal) {
        Task task = openTaskOf(desk, known);
        SignalEffects others = beside(desk, task, signal, other -> router.episodeEnded(other, signal));
        if (task != null) {
            return joined(known, signal, router.episodeEnded(task, signal)).and(others);
        }
        if (known != null && known.status() == SignalStatus.HELD_OUT) {
            return stillHeldOut(known, signal).and(holdouts(desk).ended(signal));
        }
        boolean wasWorkedOn = known != null && (known.taskId() != null || known.status() == SignalStatus.RUN);
        SignalStatus status = known != null && wasWorkedOn ? known.status() : SignalStatus.ENDED;
        return line(known, signal, status, new PathStep("signal", "stop", "ended", "The signal ended."))
                .and(others)
                .and(holdouts(desk).ended(signal));
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

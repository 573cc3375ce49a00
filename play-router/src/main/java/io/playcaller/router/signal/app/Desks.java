package io.playcaller.router.signal.app;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.brake.Brake;
import io.playcaller.router.holdout.HoldoutRun;
import io.playcaller.router.play.PastRun;
import io.playcaller.router.routing.Waits;
import io.playcaller.router.run.RunChange;
import io.playcaller.router.signal.AccountDesk;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.SignalEffects;
import io.playcaller.router.signal.SignalStatus;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.UnreadableTask;
import io.playcaller.router.task.out.PgTasks.Held;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The desks of all accounts of one transaction, and what was decided on them so far. Lives inside the transaction, which
 * holds the lanes of these accounts.
 */
public final class Desks {

    private final Map<String, AccountDesk> byLane;
    private final Map<UUID, KnownSignal> ledger = new LinkedHashMap<>();
    private final List<TaskDecision.Changed> tasks = new ArrayList<>();
    private final Map<String, UnreadableTask> unreadable = new HashMap<>();
    private final Map<UUID, HoldoutRun> holdouts = new LinkedHashMap<>();
    private final List<HoldoutRun> begunHoldouts = new ArrayList<>();
    private final List<RunChange> courses = new ArrayList<>();
    private final Set<UUID> redated = new LinkedHashSet<>();
    private Workload workload;

    Desks(
            Map<String, KnownAccount> accounts,
            List<KnownSignal> signals,
            Held held,
            List<HoldoutRun> heldOut,
            Map<String, List<PastRun>> past,
            Workload workload) {
        this.byLane = new HashMap<>();
        this.workload = workload;
        accounts.forEach(
                (accountId, account) -> byLane.put(lane(accountId), new AccountDesk(account, Map.of(), Map.of())));
        signals.forEach(known -> byLane.merge(
                lane(known.signal().accountId(), known.episodeId()),
                AccountDesk.EMPTY.after(new SignalEffects(List.of(known), List.of())),
                (desk, one) -> desk.after(new SignalEffects(List.of(known), List.of()))));
        held.unreadable().forEach(broken -> lanesOf(broken, signals).forEach(lane -> unreadable.put(lane, broken)));
        held.tasks().stream()
                .filter(Task::isOpen)
                .forEach(task -> byLane.compute(
                        lane(task.signal().accountId(), task.signal().episodeId()),
                        (lane, desk) -> (desk == null ? AccountDesk.EMPTY : desk).withTask(task)));
        heldOut.forEach(run -> byLane.compute(
                lane(run.accountId()),
                (lane, desk) -> (desk == null ? AccountDesk.EMPTY : desk)
                        .after(new SignalEffects(List.of(), List.of(), List.of(run)))));
        past.forEach((accountId, ran) -> byLane.compute(
                lane(accountId), (lane, desk) -> (desk == null ? AccountDesk.EMPTY : desk).withRuns(ran)));
    }

    private Desks(Desks loaded) {
        this.byLane = new HashMap<>(loaded.byLane);
        this.workload = loaded.workload;
        this.unreadable.putAll(loaded.unreadable);
    }

    /** These desks once more, to be decided on by themselves. Not to be asked of desks on which something was decided. */
    Desks fresh() {
        return new Desks(this);
    }

    /** Its account's, or, of a task that concerns none, those of its signals. */
    private static List<String> lanesOf(UnreadableTask broken, List<KnownSignal> signals) {
        String accountId = broken.accountId();
        return accountId != null
                ? List.of(lane(accountId))
                : signals.stream()
                        .filter(known -> broken.taskId().equals(known.taskId()))
                        .map(known -> lane(known.signal().accountId(), known.episodeId()))
                        .toList();
    }

    /** What is worked on one after the other: an account, or an episode that concerns none. */
    public static String lane(@Nullable String accountId, UUID episodeId) {
        return accountId == null ? "episode/" + episodeId : lane(accountId);
    }

    static String lane(String accountId) {
        return accountId;
    }

    /**
     * Decides on a desk, and keeps what follows.
     *
     * @throws UnreadableTask when a task of the lane's account cannot be read: nobody knows what the signal would do to it
     */
    public void decide(String lane, BiFunction<AccountDesk, Workload, SignalEffects> decision) {
        UnreadableTask broken = unreadable.get(lane);
        if (broken != null) {
            throw broken;
        }
        AccountDesk desk = byLane.getOrDefault(lane, AccountDesk.EMPTY);
        SignalEffects effects = decision.apply(desk, workload);
        byLane.put(lane, desk.after(effects));
        workload = effects.on(workload);
        effects.ledger().forEach(known -> {
            KnownSignal before = desk.signals().get(known.episodeId());
            if (before != null && known.isOpen() && known.hasOtherDatesThan(before)) {
                redated.add(known.episodeId());
            }
            ledger.put(known.episodeId(), known);
        });
        tasks.addAll(effects.tasks());
        effects.holdouts().forEach(run -> {
            if (run.isOpen() && !desk.holdouts().containsKey(run.playRunId())) {
                begunHoldouts.add(run);
            }
            holdouts.put(run.playRunId(), run);
        });
        courses.addAll(effects.courses());
    }

    /** Decides on each of these that wait, in this order; of an account with a task that cannot be read nothing is decided. */
    Answered decideEach(List<SignalChanged> waiting, WordOn word) {
        List<UUID> broken = new ArrayList<>();
        for (SignalChanged signal : waiting) {
            try {
                decide(
                        lane(signal.accountId(), signal.episodeId()),
                        (desk, workload) -> word.decide(desk, signal, workload));
            } catch (UnreadableTask e) {
                broken.add(signal.episodeId());
            }
        }
        return new Answered(ledger(), List.copyOf(broken));
    }

    /** What somebody says is to become of a signal that waits. */
    interface WordOn {

        SignalEffects decide(AccountDesk desk, SignalChanged signal, Workload workload);
    }

    /** Lines of the ledger to write, the newest of each episode. */
    List<KnownSignal> ledger() {
        return List.copyOf(ledger.values());
    }

    /**
     * Runs that begin in either arm and that the brake looks at, in the order in which their signals were first decided on: not a later step of a run, nor
     * what a person let begin, nor what follows a play that gave up, nor what tells that the brake holds.
     */
    List<Brake.Run> runs() {
        Map<UUID, Integer> places = new HashMap<>();
        ledger.keySet().forEach(episode -> places.put(episode, places.size()));
        return Stream.of(runsWithTasks(), runsWithoutTasks(), heldOutRuns())
                .flatMap(runs -> runs)
                .sorted(Comparator.comparing(run -> places.getOrDefault(run.episodeId(), places.size())))
                .toList();
    }

    private Stream<Brake.Run> heldOutRuns() {
        return begunHoldouts.stream()
                .filter(run -> !passesBrake(ledger.get(run.episodeId())))
                .map(run -> new Brake.Run(run.episodeId(), run.play(), true));
    }

    private Stream<Brake.Run> runsWithoutTasks() {
        return courses.stream()
                .filter(change -> change.begins() && change.after().taskIds().isEmpty())
                .map(RunChange::after)
                .filter(run -> !passesBrake(ledger.get(run.episodeId())))
                .map(run -> new Brake.Run(run.episodeId(), run.play().key()));
    }

    private static boolean passesBrake(@Nullable KnownSignal known) {
        return known != null && known.path().stream().anyMatch(PathStep::passesBrake);
    }

    private Stream<Brake.Run> runsWithTasks() {
        Set<UUID> first = firstTasks();
        return tasks.stream()
                .filter(change -> change.before() == null)
                .map(TaskDecision.Changed::after)
                .filter(task -> task.order().wholeRun() || first.contains(task.taskId()))
                .filter(task -> task.signal().reason() != Reason.DQ_FLOOD
                        && task.order().path().stream().noneMatch(PathStep::passesBrake))
                .map(task ->
                        new Brake.Run(task.signal().episodeId(), task.order().play()));
    }

    /** The tasks with which runs of several steps begin. */
    private Set<UUID> firstTasks() {
        return courses.stream()
                .filter(RunChange::begins)
                .flatMap(change -> change.after().taskIds().stream())
                .collect(Collectors.toSet());
    }

    /** The plays of which the brake holds signals that were decided on here. */
    Set<String> braked() {
        return ledger.values().stream()
                .filter(known -> known.status() == SignalStatus.HELD)
                .map(KnownSignal::waits)
                .flatMap(Stream::ofNullable)
                .map(Waits::on)
                .collect(Collectors.toSet());
    }

    /** Open signals of contracts that have other dates now: runs that they started count back from these. */
    Set<UUID> redated() {
        return Set.copyOf(redated);
    }

    /** Runs that accounts are held out of, as they stand now, that began or changed. */
    List<HoldoutRun> holdouts() {
        return List.copyOf(holdouts.values());
    }

    /** Changes of tasks, in the order in which they were decided. */
    List<TaskDecision.Changed> tasks() {
        return List.copyOf(tasks);
    }

    /** What becomes of runs that have a course, in the order in which it was decided. */
    List<RunChange> courses() {
        return List.copyOf(courses);
    }
}

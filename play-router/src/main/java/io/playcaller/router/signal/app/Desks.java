package io.playcaller.router.signal.app;

import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.play.PastRun;
import io.playcaller.router.run.RunChange;
import io.playcaller.router.signal.AccountDesk;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.SignalEffects;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The desks of all accounts of one transaction, and what was decided on them so far. Lives inside the transaction, which
 * holds the lanes of these accounts.
 */
public final class Desks {

    private final Map<String, AccountDesk> byLane = new HashMap<>();
    private final Map<UUID, KnownSignal> ledger = new LinkedHashMap<>();
    private final List<TaskDecision.Changed> tasks = new ArrayList<>();
    private final List<RunChange> runs = new ArrayList<>();
    private Workload workload;

    Desks(
            Map<String, KnownAccount> accounts,
            List<KnownSignal> signals,
            List<Task> open,
            Map<String, List<PastRun>> past,
            Workload workload) {
        this.workload = workload;
        accounts.forEach(
                (accountId, account) -> byLane.put(lane(accountId), new AccountDesk(account, Map.of(), Map.of())));
        signals.forEach(known -> byLane.merge(
                lane(known.signal().accountId(), known.episodeId()),
                AccountDesk.EMPTY.after(new SignalEffects(List.of(known), List.of())),
                (desk, one) -> desk.after(new SignalEffects(List.of(known), List.of()))));
        open.stream()
                .filter(Task::isOpen)
                .forEach(task -> byLane.compute(
                        lane(task.signal().accountId(), task.signal().episodeId()),
                        (lane, desk) -> (desk == null ? AccountDesk.EMPTY : desk).withTask(task)));
        past.forEach((accountId, ran) -> byLane.compute(
                lane(accountId), (lane, desk) -> (desk == null ? AccountDesk.EMPTY : desk).withRuns(ran)));
    }

    /** What is worked on one after the other: an account, or an episode that concerns none. */
    public static String lane(@Nullable String accountId, UUID episodeId) {
        return accountId == null ? "episode/" + episodeId : lane(accountId);
    }

    static String lane(String accountId) {
        return accountId;
    }

    /** Decides on a desk, and keeps what follows. */
    public void decide(String lane, BiFunction<AccountDesk, Workload, SignalEffects> decision) {
        AccountDesk desk = byLane.getOrDefault(lane, AccountDesk.EMPTY);
        SignalEffects effects = decision.apply(desk, workload);
        byLane.put(lane, desk.after(effects));
        workload = effects.on(workload);
        effects.ledger().forEach(known -> ledger.put(known.episodeId(), known));
        tasks.addAll(effects.tasks());
        runs.addAll(effects.runs());
    }

    /** Lines of the ledger to write, the newest of each episode. */
    List<KnownSignal> ledger() {
        return List.copyOf(ledger.values());
    }

    /** Changes of tasks, in the order in which they were decided. */
    List<TaskDecision.Changed> tasks() {
        return List.copyOf(tasks);
    }

    /** What becomes of runs that have a course. */
    List<RunChange> runs() {
        return List.copyOf(runs);
    }
}

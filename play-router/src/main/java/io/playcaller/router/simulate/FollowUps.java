package io.playcaller.router.simulate;

import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.run.CustomerFacts;
import io.playcaller.router.run.PlayRun;
import io.playcaller.router.run.RunChange;
import io.playcaller.router.signal.AccountDesk;
import io.playcaller.router.signal.CourseDecider;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.SignalEffects;
import io.playcaller.router.signal.SignalStatus;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What would follow on one account where plays give up, beside the life that is simulated: there a run stays as if somebody had it in
 * hand, here nobody does. What follows may give up in its turn.
 */
final class FollowUps {

    private final RouterRules rules;
    private final Consumer<String> begun;
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(Comparator.comparing(Waiting::at));
    private final List<Followed> followed = new ArrayList<>();

    /** @param begun is told the key of each play that begins because another gave up */
    FollowUps(RouterRules rules, Consumer<String> begun) {
        this.rules = rules;
        this.begun = begun;
    }

    /** A run that gives up at an instant, with its tasks as they were made. */
    private record Waiting(Instant at, PlayRun run, List<Task> tasks) {}

    /** What became of a signal when its play gave up. */
    private record Followed(UUID episodeId, SignalEffects effects) {}

    /** Notes the runs that begin by these effects and say what follows. */
    void note(SignalEffects effects) {
        effects.courses().stream()
                .filter(RunChange::begins)
                .map(RunChange::after)
                .filter(run -> run.play().course().followUp() != null)
                .forEach(run -> note(run, effects));
    }

    private void note(PlayRun run, SignalEffects effects) {
        Instant at = run.giveUpAt();
        if (at != null) {
            List<Task> tasks = effects.tasks().stream()
                    .map(TaskDecision.Changed::after)
                    .filter(task -> run.taskIds().contains(task.taskId()))
                    .toList();
            waiting.add(new Waiting(at, run, tasks));
        }
    }

    /**
     * Lets give up what has waited until an instant.
     *
     * @param desk of the account until then
     */
    void before(Instant now, AccountDesk desk) {
        for (Waiting next = due(now); next != null; next = due(now)) {
            if (holds(desk, next.run().episodeId())) {
                giveUp(desk, next);
            }
        }
    }

    private @Nullable Waiting due(Instant now) {
        Waiting next = waiting.peek();
        return next == null || next.at().isAfter(now) ? null : waiting.poll();
    }

    private void giveUp(AccountDesk desk, Waiting next) {
        PlayRun run = next.run();
        SignalEffects effects = new CourseDecider(Router.of(rules, next.at()))
                .look(withFollowed(desk), run, next.tasks(), CustomerFacts.UNKNOWN, false, Map.of(), Workload.EMPTY);
        effects.ledger().stream()
                .filter(known -> known.episodeId().equals(run.episodeId()))
                .reduce((one, last) -> last)
                .filter(known -> known.status() == SignalStatus.TASK || known.status() == SignalStatus.RUN)
                .ifPresent(known -> followed(known, effects));
    }

    /** Only what is about that signal: what it no longer mutes is left to the simulated life. */
    private void followed(KnownSignal known, SignalEffects all) {
        SignalEffects own = new SignalEffects(
                List.of(known),
                all.tasks().stream()
                        .filter(change -> change.after().isOf(known.signal()))
                        .toList(),
                List.of(),
                all.courses().stream()
                        .filter(change -> change.after().episodeId().equals(known.episodeId()))
                        .toList());
        followed.add(new Followed(known.episodeId(), own));
        known.followUp().ifPresent(begun);
        note(own);
    }

    /** The desk with what has followed so far and still holds: what is of one group joins it. */
    private AccountDesk withFollowed(AccountDesk desk) {
        AccountDesk with = desk;
        for (Followed one : followed) {
            with = holds(desk, one.episodeId()) ? with.after(one.effects()) : with;
        }
        return with;
    }

    private static boolean holds(AccountDesk desk, UUID episodeId) {
        KnownSignal known = desk.signals().get(episodeId);
        return known != null && known.isOpen();
    }
}

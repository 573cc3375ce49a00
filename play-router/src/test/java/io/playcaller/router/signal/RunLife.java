package io.playcaller.router.signal;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.run.CustomerFacts;
import io.playcaller.router.run.PlayRun;
import io.playcaller.router.run.RunChange;
import io.playcaller.router.run.StepMessages;
import io.playcaller.router.run.StepState;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Closing;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account with one run of a play that has a course, and with the one that follows it: what the shell does around the deciders, without a database. */
final class RunLife {

    private final RouterRules rules;
    private final Map<UUID, Task> tasks = new LinkedHashMap<>();
    private final List<String> started = new ArrayList<>();
    private final Map<String, StepMessages> messages = new HashMap<>();
    private final List<PlayRun> ended = new ArrayList<>();
    private AccountDesk desk = AccountDesk.EMPTY;
    private CustomerFacts customer = CustomerFacts.UNKNOWN;
    private @Nullable PlayRun run;
    private @Nullable Instant lookAt;
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");

    RunLife(RouterRules rules) {
        this.rules = rules;
    }

    SignalEffects say(SignalChanged signal) {
        SignalEffects effects = new SignalDecider(Router.of(rules, now)).decide(desk, signal, Workload.EMPTY);
        became(effects);
        look();
        return effects;
    }

    /** How far the messages of a step are, once it began. */
    void messages(String step, StepMessages sent) {
        messages.put(step, sent);
    }

    StepState state(String step) {
        return run().steps().stream()
                .filter(one -> one.step().equals(step))
                .findFirst()
                .orElseThrow()
                .state();
    }

    KnownSignal known(UUID episode) {
        return Objects.requireNonNull(desk.signals().get(episode));
    }

    void customerIs(CustomerFacts facts) {
        customer = facts;
        look();
    }

    /** Somebody completes the open task of a step; nothing where there is none. */
    void complete(String step, PlayOutcome outcome, Closing closing) {
        openTask(step).ifPresent(task -> {
            TaskDecision decision =
                    new TaskDecider(now).complete(task, new Actor("ana", "ana", "Ana"), outcome, closing);
            became(new SignalEffects(List.of(), List.of((Changed) decision)));
            look();
        });
    }

    /** Somebody completes a task that is a whole run. */
    void completeWhole(Task task, PlayOutcome outcome, Closing closing) {
        TaskDecision decision = new TaskDecider(now).complete(task, new Actor("ana", "ana", "Ana"), outcome, closing);
        became(new SignalEffects(List.of(), List.of((Changed) decision)));
    }

    void acknowledge(String step) {
        openTask(step).ifPresent(task -> {
            Actor actor = new Actor(task.assignment().staffId(), "x", "X");
            TaskDecision decision =
                    new TaskDecider(now).acknowledge(task, actor, null, rules.calendarOf(task.assignment()));
            became(new SignalEffects(List.of(), List.of((Changed) decision)));
        });
    }

    /** Time passes, and whenever the run asked for it, it is looked at. */
    void pass(Duration time) {
        Instant until = now.plus(time);
        while (lookAt != null && !lookAt.isAfter(until)) {
            now = lookAt.isAfter(now) ? lookAt : now;
            look();
        }
        now = until;
    }

    /** As the shell does: as often as it likes. */
    void look() {
        if (run != null && run.end() == null) {
            became(new CourseDecider(Router.of(rules, now))
                    .look(desk, run, tasksOf(run), customer, false, messages, Workload.EMPTY));
        }
    }

    private List<Task> tasksOf(PlayRun of) {
        return tasks.values().stream()
                .filter(task -> task.order().playRunId().equals(of.playRunId()))
                .toList();
    }

    private void became(SignalEffects effects) {
        desk = desk.after(effects);
        for (Changed change : effects.tasks()) {
            tasks.put(change.after().taskId(), change.after());
            if (change.before() == null) {
                started.add(change.after().order().step());
            }
        }
        for (RunChange change : effects.courses()) {
            if (change.ends()) {
                ended.add(change.after());
            }
            run = change.after();
            lookAt = change.lookAt();
        }
    }

    PlayRun run() {
        return Objects.requireNonNull(run);
    }

    /** Runs that are over, in the order of their ends. */
    List<PlayRun> ended() {
        return List.copyOf(ended);
    }

    /** Steps in the order in which their tasks were made. */
    List<String> started() {
        return List.copyOf(started);
    }

    Optional<Task> openTask(String step) {
        return tasks.values().stream()
                .filter(task -> task.isOpen() && step.equals(task.order().step()))
                .findFirst();
    }

    Task task(String step) {
        return tasks.values().stream()
                .filter(task -> step.equals(task.order().step()))
                .findFirst()
                .orElseThrow();
    }

    List<String> open() {
        return tasks.values().stream()
                .filter(Task::isOpen)
                .map(task -> task.order().step())
                .toList();
    }

    Instant now() {
        return now;
    }
}

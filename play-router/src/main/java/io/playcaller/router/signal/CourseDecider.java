package io.playcaller.router.signal;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayStep;
import io.playcaller.router.routing.Router;
import io.playcaller.router.routing.RoutingCase;
import io.playcaller.router.run.CustomerFacts;
import io.playcaller.router.run.PlayRun;
import io.playcaller.router.run.PlayRunDecider;
import io.playcaller.router.run.PlayRunDecider.Look;
import io.playcaller.router.run.RunChange;
import io.playcaller.router.run.RunEnd;
import io.playcaller.router.run.RunScene;
import io.playcaller.router.run.StepMessages;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.TasksOfRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a run does to its account: tasks of steps that are due, the end of all that are open when it ends, and what follows
 * where it gave up.
 */
public record CourseDecider(Router router) {

    /**
     * Looks at a run.
     *
     * @param tasks of the run so far, in whatever state
     * @param isOvertaken whether its signal has started another run since
     * @param messages of its digital steps, by the step's key
     */
    public SignalEffects look(
            AccountDesk desk,
            PlayRun run,
            List<Task> tasks,
            CustomerFacts customer,
            boolean isOvertaken,
            Map<String, StepMessages> messages,
            Workload workload) {
        KnownSignal own = desk.signals().get(run.episodeId());
        RunScene scene = new RunScene(
                own == null ? null : own.signal(), isAboutSomething(desk, run), customer, tasks, isOvertaken, messages);
        Look look = new PlayRunDecider(router.now(), router.rules().calendars().standard()).look(run, scene);
        List<Changed> changes = look.run().end() == null
                ? started(desk, look, tasks, aboutOf(own, tasks), workload)
                : ended(look.run().end(), tasks);
        SignalEffects effects = new SignalEffects(
                goesTo(own, run, changes), changes, List.of(), List.of(new RunChange(run, look.run(), look.lookAt())));
        return followed(desk, own, look.run(), effects, workload);
    }

    /** While the signal that began the run holds, and nothing else has become of it. */
    private SignalEffects followed(
            AccountDesk desk, @Nullable KnownSignal own, PlayRun run, SignalEffects effects, Workload workload) {
        Optional<Play> next = run.followUp().flatMap(router.rules().plays()::play);
        return next.isEmpty() || own == null || !own.isOpen() || !belongs(own, run)
                ? effects
                : effects.and(
                        new DeskRouter(router).followUp(desk.after(effects), own, next.get(), effects.on(workload)));
    }

    private static boolean isAboutSomething(AccountDesk desk, PlayRun run) {
        return desk.signals().values().stream()
                .filter(KnownSignal::isOpen)
                .anyMatch(known -> known.episodeId().equals(run.episodeId())
                        || (known.taskId() != null && run.taskIds().contains(known.taskId())));
    }

    /** What a later step is about: the signal as it is while it holds, else as the steps before had it. */
    private static SignalChanged aboutOf(@Nullable KnownSignal own, List<Task> tasks) {
        if (own != null && own.isOpen()) {
            return own.signal();
        }
        return tasks.stream()
                .map(Task::signal)
                .reduce((one, other) -> other.transition() > one.transition() ? other : one)
                .orElseGet(() -> Objects.requireNonNull(own, "a run that nothing is known of")
                        .signal());
    }

    private List<Changed> started(
            AccountDesk desk, Look look, List<Task> tasks, SignalChanged about, Workload workload) {
        List<Changed> changes = new ArrayList<>();
        for (PlayStep step : look.due()) {
            RoutingCase routed = new RoutingCase(
                    about,
                    desk.account(),
                    List.copyOf(desk.openTasks().values()),
                    desk.openBeside(about),
                    workload,
                    look.run().play(),
                    desk.runs());
            changes.add(router.stepTask(routed, look.run().playRunId(), step, tasks));
        }
        return changes;
    }

    private List<Changed> ended(RunEnd end, List<Task> tasks) {
        List<Changed> changes = new ArrayList<>();
        for (Task task : tasks) {
            TaskDecision decision = TasksOfRun.ended(task, end.outcome(), end.because(), router.now());
            if (decision instanceof Changed changed) {
                changes.add(changed);
            }
        }
        return changes;
    }

    /** A run that began with a message has no task before its first human step. */
    private static boolean belongs(KnownSignal own, PlayRun run) {
        return own.status() == SignalStatus.RUN
                || (own.status() == SignalStatus.TASK
                        && own.taskId() != null
                        && run.taskIds().contains(own.taskId()));
    }

    /** News of the signal that started the run go to the task of its newest step. */
    private static List<KnownSignal> goesTo(@Nullable KnownSignal own, PlayRun run, List<Changed> changes) {
        boolean isOfRun = own != null && own.isOpen() && belongs(own, run);
        return changes.stream()
                .filter(change -> isOfRun && change.before() == null)
                .reduce((one, other) -> other)
                .map(change -> new KnownSignal(
                        Objects.requireNonNull(own).signal(),
                        SignalStatus.TASK,
                        change.after().taskId(),
                        own.path()))
                .stream()
                .toList();
    }
}

package io.playcaller.router.task;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.staff.Assignment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The next state of a task while it is worked out. Lives inside one decision. */
final class TaskChange {

    private final Task before;
    private SignalChanged signal;
    private final Set<UUID> openEpisodes;
    private Severity severity;
    private TaskState state;
    private Assignment assignment;
    private List<SlaClock> clocks;
    private int escalationLevel;
    private @Nullable Assignment escalatedTo;
    private @Nullable Ending ending;

    TaskChange(Task before) {
        this.before = before;
        this.signal = before.signal();
        this.openEpisodes = new HashSet<>(before.openEpisodes());
        this.severity = before.severity();
        this.state = before.state();
        this.assignment = before.assignment();
        this.clocks = new ArrayList<>(before.clocks());
        this.escalationLevel = before.escalationLevel();
        this.escalatedTo = before.escalatedTo();
        this.ending = before.ending();
    }

    TaskChange state(TaskState newState) {
        state = newState;
        return this;
    }

    TaskChange assignment(Assignment newAssignment) {
        assignment = newAssignment;
        return this;
    }

    /** Takes in a transition of an open episode; the task's own signal follows its own episode only. */
    TaskChange opened(SignalChanged newer) {
        openEpisodes.add(newer.episodeId());
        severity = Severities.worse(severity, newer.severity());
        if (newer.episodeId().equals(signal.episodeId())) {
            signal = newer;
        }
        return this;
    }

    /** What the task is about stays as it was when it held: the end of an episode brings no evidence. */
    TaskChange episodeEnded(UUID episodeId) {
        openEpisodes.remove(episodeId);
        return this;
    }

    TaskChange clocks(UnaryOperator<SlaClock> change) {
        clocks.replaceAll(change);
        return this;
    }

    TaskChange clockStarted(SlaClock run) {
        clocks.add(run);
        return this;
    }

    TaskChange escalated(Assignment told) {
        escalationLevel++;
        escalatedTo = told;
        return this;
    }

    /** Ends it: all its clocks stand still. */
    TaskChange ended(TaskState newState, Ending newEnding) {
        state = newState;
        ending = newEnding;
        return clocks(run -> run.stopped(newEnding.at()));
    }

    TaskDecision by(TaskStep step) {
        Task after = new Task(
                before.order(),
                before.rev() + 1,
                signal,
                openEpisodes,
                severity,
                state,
                assignment,
                clocks,
                escalationLevel,
                escalatedTo,
                ending);
        return new TaskDecision.Changed(before, after, step);
    }
}

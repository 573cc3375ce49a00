package io.playcaller.router.signal;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.router.task.PathStep;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's line of an episode: its newest transition, what became of it, and why.
 *
 * @param taskId the task that it made or joined; null for none
 */
public record KnownSignal(
        SignalChanged signal, SignalStatus status, @Nullable UUID taskId, List<PathStep> path) {

    private static final String RELEASE = "triage";

    static PathStep releasedBy(String lead) {
        return new PathStep(RELEASE, "pass", "released", "Released from triage by " + lead + ".");
    }

    /** The step by which it left triage; none when it never waited there. */
    List<PathStep> release() {
        return path.stream().filter(step -> step.stage().equals(RELEASE)).toList();
    }

    /** Why it became what it became, for people: the last answer on its way. */
    public String why() {
        return path.isEmpty() ? "" : path.get(path.size() - 1).sentence();
    }

    public UUID episodeId() {
        return signal.episodeId();
    }

    /** Whether the condition holds. */
    public boolean isOpen() {
        return isOpen(signal);
    }

    /** Whether {@code next} only brings news of what was routed already, so that nothing sends it to triage. */
    boolean goesOnWith(SignalChanged next) {
        return isOpen() && status != SignalStatus.TRIAGE && next.state() == SignalState.UPDATED;
    }

    static boolean isOpen(SignalChanged signal) {
        return signal.state() == SignalState.OPENED || signal.state() == SignalState.UPDATED;
    }
}

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

    public UUID episodeId() {
        return signal.episodeId();
    }

    /** Whether the condition holds. */
    public boolean isOpen() {
        return isOpen(signal);
    }

    static boolean isOpen(SignalChanged signal) {
        return signal.state() == SignalState.OPENED || signal.state() == SignalState.UPDATED;
    }
}

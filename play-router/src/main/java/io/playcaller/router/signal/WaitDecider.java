package io.playcaller.router.signal;

import io.playcaller.router.routing.Waits;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.PathStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of a signal that waited: its silence is over, or somebody says what is to become of it. */
public record WaitDecider(SignalDecider decider) {

    private static final PathStep SILENCE_OVER = PathStep.again("silence-over", "What silenced it is over.");

    private static final String BRAKE = "brake";

    /** Routes a silenced signal as it stands now. What silences it still, or again, silences it again. */
    public SignalEffects silenceOver(AccountDesk desk, UUID episodeId, Workload workload) {
        return waiting(desk, episodeId, SignalStatus.SILENCED)
                .filter(known -> isOver(known.waits(), decider.router().now()))
                .map(known -> decider.routing().route(desk, known.signal(), workload, known.after(SILENCE_OVER)))
                .orElse(SignalEffects.NONE);
    }

    /** Routes a held signal as it stands now; the brake does not ask again. */
    public SignalEffects released(AccountDesk desk, UUID episodeId, Word word, Workload workload) {
        PathStep released = PathStep.released(
                BRAKE, "Released by " + word.who() + ": " + word.because() + " Its clocks run from now.");
        return waiting(desk, episodeId, SignalStatus.HELD)
                .map(known -> decider.routing().route(desk, known.signal(), workload, known.after(released)))
                .map(effects -> decider.routing().letGo(desk, effects, workload))
                .orElse(SignalEffects.NONE);
    }

    /**
     * Nothing is to be done about a held signal, unless it opens again, gets graver, or has another reason. What it muted is looked at
     * again.
     */
    public SignalEffects discarded(AccountDesk desk, UUID episodeId, Word word, Workload workload) {
        PathStep discarded =
                new PathStep(BRAKE, "stop", "discarded", "Discarded by " + word.who() + ": " + word.because());
        return waiting(desk, episodeId, SignalStatus.HELD)
                .map(known -> new KnownSignal(
                        known.signal(),
                        SignalStatus.DISCARDED,
                        null,
                        Stream.concat(known.path().stream(), Stream.of(discarded))
                                .toList()))
                .map(known -> decider.routing().letGo(desk, new SignalEffects(List.of(known), List.of()), workload))
                .orElse(SignalEffects.NONE);
    }

    /** Somebody's word on what is held, with why. */
    public record Word(String who, String because) {}

    private static Optional<KnownSignal> waiting(AccountDesk desk, UUID episodeId, SignalStatus status) {
        return Optional.ofNullable(desk.signals().get(episodeId))
                .filter(known -> known.status() == status && known.isOpen());
    }

    private static boolean isOver(@Nullable Waits waits, Instant now) {
        return waits == null || waits.until() == null || !now.isBefore(waits.until());
    }
}

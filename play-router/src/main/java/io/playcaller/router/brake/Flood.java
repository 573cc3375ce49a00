package io.playcaller.router.brake;

import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalDraft;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That the brake holds signals of a play, as a signal of our own: it is told as a task of CS Ops, once, and ends when nothing of the
 * play is held any more.
 *
 * @param episodeId of that signal
 * @param since when the first of them was held
 */
public record Flood(String play, UUID episodeId, Instant since) {

    /** So long the brake gathers before it tells: one signal has nothing in common with others. */
    public static final Duration GATHER = Duration.ofMinutes(2);

    /** Who says so, where a signal names the version of the model that made it. */
    private static final String BRAKE = "play-router/brake";

    public boolean isToBeTold(Instant now) {
        return !now.isBefore(since.plus(GATHER));
    }

    /** It begins. */
    public SignalChanged opened(HeldCounts held, Instant now) {
        List<Evidence> causes = held.causes().stream()
                .map(cause -> new Evidence(
                        cause.count() + " of " + held.total() + ": " + cause.what() + " " + cause.value(), null, now))
                .toList();
        return signal(
                1,
                SignalState.OPENED,
                now,
                "The volume brake holds signals of play " + play + " back, " + held.total() + " by now",
                causes);
    }

    /** Nothing of the play is held any more. */
    public SignalChanged over(Instant now) {
        return signal(
                2,
                SignalState.CLEARED,
                now,
                "The volume brake holds no signal of play " + play + " any more",
                List.of());
    }

    private SignalChanged signal(
            int transition, SignalState state, Instant now, String sentence, List<Evidence> evidence) {
        return SignalDraft.of(episodeId, Reason.DQ_FLOOD, since, sentence, BRAKE)
                .step(transition, state, now)
                .evidence(evidence)
                .build();
    }
}

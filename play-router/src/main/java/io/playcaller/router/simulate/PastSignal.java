package io.playcaller.router.simulate;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.health.SignalState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signal of the ledger, as far as that knows it: its newest transition stands for all that it was.
 *
 * @param endedAt when it ended; null while it is open
 */
public record PastSignal(SignalChanged newest, @Nullable Instant endedAt) {

    /** Of a line of the ledger, without what only people read. */
    public static PastSignal of(SignalChanged newest) {
        boolean over = newest.state() == SignalState.CLEARED || newest.state() == SignalState.RETRACTED;
        Instant ended = over ? newest.at() : null;
        PastSignal whole = new PastSignal(newest, ended);
        return new PastSignal(whole.as(newest.transition(), newest.state(), newest.at()), ended);
    }

    public Instant openedAt() {
        return newest.openedAt();
    }

    /** As it opened. */
    SignalChanged opened() {
        return as(1, SignalState.OPENED, newest.openedAt());
    }

    /** As it ended. */
    SignalChanged ended() {
        return as(2, newest.state(), newest.at());
    }

    private SignalChanged as(int transition, SignalState state, Instant at) {
        return new SignalChanged(
                newest.episodeId(),
                transition,
                state,
                newest.kind(),
                newest.accountId(),
                newest.productId(),
                newest.reason(),
                newest.alsoReasons(),
                newest.severity(),
                SignalOrigin.LIVE,
                newest.openedAt(),
                at,
                newest.sentence(),
                List.of(),
                List.of(),
                newest.score(),
                newest.valueAtRisk(),
                newest.account(),
                newest.modelVersion(),
                newest.mergedInto(),
                null,
                null);
    }
}

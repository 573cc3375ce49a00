package io.playcaller.router.play;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * While one thing is so, another is not worth a task.
 *
 * @param because for people
 * @param stage it holds while the account is in this lifecycle stage; null for any
 * @param openReasons it holds while one of these is open on the account
 * @param openKinds it holds while a signal of one of these kinds is open on the account
 * @param muted reasons that it mutes
 * @param mutedKinds kinds that it mutes
 */
public record MuteRule(
        String because,
        @Nullable String stage,
        Set<Reason> openReasons,
        Set<SignalKind> openKinds,
        Set<Reason> muted,
        Set<SignalKind> mutedKinds) {

    /** Whether it mutes {@code signal} while {@code others} are open on the same account. */
    public boolean mutes(SignalChanged signal, List<SignalChanged> others) {
        return isTarget(signal) && (inStage(signal) || others.stream().anyMatch(other -> isSource(other, signal)));
    }

    private boolean isTarget(SignalChanged signal) {
        return muted.contains(signal.reason()) || mutedKinds.contains(signal.kind());
    }

    private boolean inStage(SignalChanged signal) {
        return stage != null
                && signal.account() != null
                && stage.equals(signal.account().profile().stage());
    }

    /** A signal never mutes itself. */
    private boolean isSource(SignalChanged other, SignalChanged signal) {
        return !other.episodeId().equals(signal.episodeId())
                && (openReasons.contains(other.reason()) || openKinds.contains(other.kind()));
    }
}

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

    /**
     * Whether it mutes {@code signal}.
     *
     * @param accountStage stage of the account's life now
     * @param others what is open on the same account
     */
    public boolean mutes(SignalChanged signal, @Nullable String accountStage, List<SignalChanged> others) {
        boolean inStage = stage != null && stage.equals(accountStage);
        return isTarget(signal) && (inStage || others.stream().anyMatch(other -> isSource(other, signal)));
    }

    private boolean isTarget(SignalChanged signal) {
        return muted.contains(signal.reason()) || mutedKinds.contains(signal.kind());
    }

    /** A signal never mutes itself. */
    private boolean isSource(SignalChanged other, SignalChanged signal) {
        return !other.episodeId().equals(signal.episodeId())
                && (openReasons.contains(other.reason()) || openKinds.contains(other.kind()));
    }
}

package io.playcaller.router.play;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * While one thing is so, another is not worth a task: because it would be wrong, such as to sell into an outage, or because
 * somebody works on what is behind it.
 *
 * @param because for people
 * @param stage it holds while the account is in this lifecycle stage; null for any
 * @param openReasons it holds while one of these is open on the account
 * @param openKinds it holds while a signal of one of these kinds is open on the account
 * @param workedOn whether only while somebody works on that; what nobody works on then mutes nothing
 * @param muted reasons that it mutes
 * @param mutedKinds kinds that it mutes
 */
public record MuteRule(
        String because,
        @Nullable String stage,
        Set<Reason> openReasons,
        Set<SignalKind> openKinds,
        boolean workedOn,
        Set<Reason> muted,
        Set<SignalKind> mutedKinds) {

    /**
     * Whether it mutes {@code signal}.
     *
     * @param accountStage stage of the account's life now
     * @param others what is open on the same account
     */
    public boolean mutes(SignalChanged signal, @Nullable String accountStage, List<OpenSignal> others) {
        boolean inStage = stage != null && stage.equals(accountStage);
        return isTarget(signal) && (inStage || others.stream().anyMatch(other -> isSource(other, signal)));
    }

    private boolean isTarget(SignalChanged signal) {
        return muted.contains(signal.reason()) || mutedKinds.contains(signal.kind());
    }

    /** A signal never mutes itself. */
    private boolean isSource(OpenSignal other, SignalChanged signal) {
        SignalChanged open = other.signal();
        return !open.episodeId().equals(signal.episodeId())
                && (other.workedOn() || !workedOn)
                && (openReasons.contains(open.reason()) || openKinds.contains(open.kind()));
    }
}

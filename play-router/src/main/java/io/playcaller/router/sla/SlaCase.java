package io.playcaller.router.sla;

import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What chooses the clocks of a task.
 *
 * @param play key
 * @param tier null, like segment and stage, for a signal that concerns no account
 */
public record SlaCase(
        String play,
        Severity severity,
        @Nullable String tier,
        @Nullable String segment,
        @Nullable String stage) {

    /**
     * As the account was when the signal was made.
     *
     * @param stage of the account's life now
     */
    public static SlaCase of(String play, SignalChanged signal, @Nullable String stage) {
        Profile profile = signal.account() == null ? null : signal.account().profile();
        return profile == null
                ? new SlaCase(play, signal.severity(), null, null, stage)
                : new SlaCase(play, signal.severity(), profile.tier(), profile.segment(), stage);
    }
}

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

    /** As the account was when the signal was made. */
    public static SlaCase of(String play, SignalChanged signal) {
        Profile profile = signal.account() == null ? null : signal.account().profile();
        return profile == null
                ? new SlaCase(play, signal.severity(), null, null, null)
                : new SlaCase(play, signal.severity(), profile.tier(), profile.segment(), profile.stage());
    }
}

package io.playcaller.router.silence;

import io.playcaller.contracts.health.SignalChanged;
import java.time.Instant;
import java.util.Optional;

/** Something by which signals make no work for a while. */
public sealed interface Quiet permits Silence, MaintenanceWindow {

    /** Names it among all, also in the ledger of what it silences. */
    String name();

    /** The same for people. */
    String title();

    Matchers matchers();

    /** Whether it silences what is critical, too. */
    boolean alsoCritical();

    /** Until when it holds; empty when it does not hold now. */
    Optional<Instant> until(Instant now);

    /** Whether it is about the signal, severity aside. */
    default boolean isAbout(SignalChanged signal, String play) {
        return matchers().hold(signal, play);
    }
}

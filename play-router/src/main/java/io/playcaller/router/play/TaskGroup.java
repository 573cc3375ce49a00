package io.playcaller.router.play;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import java.util.Set;

/**
 * Signals that share one open task of an account.
 *
 * @param name for people
 * @param reasons that belong to it
 * @param kinds whose signals belong to it
 */
public record TaskGroup(String name, Set<Reason> reasons, Set<SignalKind> kinds) {

    public boolean holds(SignalChanged signal) {
        return reasons.contains(signal.reason()) || kinds.contains(signal.kind());
    }
}

package io.playcaller.health.rebuild;

import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.StoredAccount;
import io.playcaller.health.fold.UnreadableState;
import org.jspecify.annotations.Nullable;

/**
 * An account as one of the two has it.
 *
 * @param stored null where there is no state of it
 */
public record Side(@Nullable StoredAccount stored, boolean quarantined) {

    boolean fails() {
        return quarantined || stored instanceof UnreadableState;
    }

    String word() {
        if (stored instanceof Held held) {
            return "revision " + held.rev();
        }
        return stored instanceof UnreadableState unreadable ? unreadable.reason() : "none";
    }
}

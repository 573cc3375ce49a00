package io.playcaller.router.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a signal waits for before it is looked at again.
 *
 * @param on what silences it, by its name; or the key of the play whose brake holds it
 * @param until when it is looked at again by itself; null where somebody has to say so
 */
public record Waits(String on, @Nullable Instant until) {

    /** For a person's word. */
    public boolean isHeld() {
        return until == null;
    }
}

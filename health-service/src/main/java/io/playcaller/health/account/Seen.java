package io.playcaller.health.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Of what was said of an account, what is looked at.
 *
 * @param asOf event time: only changes that happened by then; null for all
 * @param knownAt log time: only what was known by then; null for all that is known now
 */
public record Seen(@Nullable Instant asOf, @Nullable Instant knownAt) {

    public static final Seen ALL = new Seen(null, null);

    /** Whether it is the present that is asked for. */
    public boolean now() {
        return asOf == null && knownAt == null;
    }
}

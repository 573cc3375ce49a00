package io.playcaller.router.signal;

import io.playcaller.contracts.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A word of a person on signals that wait.
 *
 * @param who subject of their token
 * @param key names it among all that this person says, so that it can be said again; null for none
 * @param what they say, with all that chooses the signals
 */
public record Spoken(String who, @Nullable String key, String what) {

    /** Equal for equal words: tells a repetition from another word under the same key. */
    public UUID fingerprint() {
        return Ids.derived("word", what);
    }
}

package io.playcaller.router.digital;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person may be written to now, always with the reason.
 *
 * @param reason stable code
 * @param sentence the same for people
 * @param next when it may be, should nothing else happen; null when it may now, and when no time alone will change it
 */
public record Permission(
        boolean granted,
        String reason,
        String sentence,
        @Nullable Instant next) {

    /** Consent is said, or it is not there. */
    public static final Permission UNKNOWN_PERSON =
            no("unknown-person", "Nobody has said that they may be written to.");

    /** Nobody is written to who could not refuse. */
    public static final Permission NO_WAY_OUT = no(
            "no-way-out",
            "Messages would have no way out: playcaller.router.digital.unsubscribe-keys and .public-url are both needed.");

    static final Permission GRANTED = new Permission(true, "granted", "They may be written to.", null);

    static Permission no(String reason, String sentence) {
        return new Permission(false, reason, sentence, null);
    }

    static Permission notBefore(Instant next, String reason, String sentence) {
        return new Permission(false, reason, sentence, next);
    }
}

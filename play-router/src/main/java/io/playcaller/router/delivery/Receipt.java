package io.playcaller.router.delivery;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt. */
public sealed interface Receipt {

    /** How long a tool is left alone that has had too much and does not say for how long. */
    Duration BREATH = Duration.ofSeconds(30);

    /** The longest that a tool may ask us to wait; what it says beyond that is taken as this. */
    Duration LONGEST_BREATH = Duration.ofHours(24);

    /**
     * The tool has it.
     *
     * @param externalId what the tool calls the task; empty where it calls it nothing, or nothing else than before
     */
    record Taken(int status, Optional<String> externalId) implements Receipt {

        public Taken(int status) {
            this(status, Optional.empty());
        }
    }

    /** It may be taken later: by the ladder. */
    record Failed(Optional<Integer> status, String because, Optional<Duration> retryAfter) implements Receipt {

        /** Nothing came back. */
        public Failed(String because) {
            this(Optional.empty(), because, Optional.empty());
        }
    }

    /** The tool has had enough for now, of whatever message: nothing is sent to it for so long, and it was no attempt. */
    record Busy(int status, String because, Duration pause) implements Receipt {

        public static Busy of(int status, Optional<Duration> retryAfter) {
            Duration asked = retryAfter.orElse(BREATH);
            return new Busy(
                    status,
                    "answered with " + status + ": it has had enough for now",
                    asked.compareTo(LONGEST_BREATH) > 0 ? LONGEST_BREATH : asked);
        }
    }

    /** Its turn has not come: it was not sent, which was no attempt, and others go on. */
    record Later(String because, Duration after) implements Receipt {}

    /** The tool will never take this message, whenever it comes; others it may. */
    record Refused(Optional<Integer> status, String because) implements Receipt {}

    /** The tool wants no more of these, ever. */
    record Gone(int status) implements Receipt {}

    /** By the status of an answer: 2xx is taken, 410 is the end, 429 asks for a pause, a redirect is a failure. */
    static Receipt of(int status, Optional<Duration> retryAfter) {
        if (status >= 200 && status < 300) {
            return new Taken(status);
        }
        return switch (status) {
            case 410 -> new Gone(status);
            case 429 -> Busy.of(status, retryAfter);
            default -> new Failed(Optional.of(status), "answered with " + status, retryAfter);
        };
    }

    /** Whether the tool is not well, rather than the message. */
    default boolean isOutage() {
        return this instanceof Failed failed
                && failed.status().map(status -> status >= 500).orElse(true);
    }
}

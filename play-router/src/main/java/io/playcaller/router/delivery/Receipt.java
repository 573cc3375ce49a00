package io.playcaller.router.delivery;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt. */
public sealed interface Receipt {

    /** The tool has it. */
    record Taken(int status) implements Receipt {}

    /** It may be taken later. */
    record Failed(Optional<Integer> status, String because, Optional<Duration> retryAfter) implements Receipt {}

    /** The tool wants no more of these, ever. */
    record Gone(int status) implements Receipt {}

    /** By the status of an answer: 2xx is taken, 410 is the end, a redirect is a failure. */
    static Receipt of(int status, Optional<Duration> retryAfter) {
        if (status >= 200 && status < 300) {
            return new Taken(status);
        }
        return status == 410
                ? new Gone(status)
                : new Failed(Optional.of(status), "answered with " + status, retryAfter);
    }
}

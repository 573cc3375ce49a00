package io.playcaller.router.digital;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt to send a message. */
public sealed interface SendResult {

    /** The server, or the tool, has it. */
    record Sent() implements SendResult {}

    /** It was surely not taken, and may be later. */
    record NotTaken(String because, Optional<Duration> retryAfter) implements SendResult {}

    /** It was not taken and never will be. */
    record Refused(String because) implements SendResult {}

    /** The address takes no mail. */
    record Bounced(String because) implements SendResult {}

    /** No answer came: nobody knows whether it arrived. */
    record Lost(String because) implements SendResult {}

    /** Words of a server, which like to repeat the address that they are about, without it. */
    static String withoutAddresses(String words) {
        return words.replaceAll("<?[^\\s<>@]+@[^\\s<>@]+>?", "<…>");
    }
}

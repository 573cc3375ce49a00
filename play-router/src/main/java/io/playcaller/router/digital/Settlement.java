package io.playcaller.router.digital;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt leaves behind.
 *
 * @param state waiting, sent, bounced, failed or lost
 * @param reason stable code; null where it was sent
 * @param sentence the same for people; null where it was sent
 * @param again how long after now it is tried again, by the real clock; empty where it is not
 */
public record Settlement(
        String state, @Nullable String reason, @Nullable String sentence, Optional<Duration> again) {

    private static final String NO_ANSWER = "no-answer";

    /** How long to wait before the next attempt; empty when there is none. */
    public interface Ladder {

        /** @param asked what the receiver asked for */
        Optional<Duration> after(int attempts, Optional<Duration> asked);
    }

    /**
     * By SMTP what was lost is not sent again; a tool that knows repetitions gets it again.
     *
     * @param attempts made so far
     */
    public static Settlement of(ChannelKind channel, int attempts, SendResult result, Ladder ladder) {
        if (result instanceof SendResult.NotTaken later) {
            return later("not-taken", later.because(), ladder.after(attempts, later.retryAfter()));
        }
        if (result instanceof SendResult.Lost lost) {
            return channel.repeats()
                    ? later(NO_ANSWER, lost.because(), ladder.after(attempts, Optional.empty()))
                    : new Settlement("lost", NO_ANSWER, lost.because(), Optional.empty());
        }
        if (result instanceof SendResult.Bounced bounced) {
            return new Settlement("bounced", "bounced", bounced.because(), Optional.empty());
        }
        return result instanceof SendResult.Refused refused
                ? new Settlement("failed", "refused", refused.because(), Optional.empty())
                : new Settlement("sent", null, null, Optional.empty());
    }

    private static Settlement later(String reason, String because, Optional<Duration> wait) {
        return new Settlement(wait.isPresent() ? "waiting" : "failed", reason, because, wait);
    }

    public boolean isOver() {
        return again.isEmpty();
    }
}

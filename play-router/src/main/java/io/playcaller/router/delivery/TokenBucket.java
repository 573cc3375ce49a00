package io.playcaller.router.delivery;

import java.time.Duration;

/**
 * Keeps to a pace: each message takes a token, tokens come back evenly, {@code burst} of them at most.
 *
 * @param at when {@code tokens} were so many, since the process began
 */
public record TokenBucket(Pace pace, double tokens, Duration at) {

    private static final double A_SECOND = 1e9;

    public static TokenBucket full(Pace pace, Duration now) {
        return new TokenBucket(pace, pace.burst(), now);
    }

    /** Messages that may go now. */
    public int available(Duration now) {
        return (int) refilled(now).tokens;
    }

    /** After {@code messages} went; what is taken beyond the tokens is paid back first. */
    public TokenBucket taken(int messages, Duration now) {
        TokenBucket refilled = refilled(now);
        return new TokenBucket(pace, refilled.tokens - messages, refilled.at);
    }

    private TokenBucket refilled(Duration now) {
        double seconds = Math.max(0, now.minus(at).toNanos() / A_SECOND);
        return new TokenBucket(
                pace, Math.min(pace.burst(), tokens + seconds * pace.perSecond()), now.compareTo(at) > 0 ? now : at);
    }
}

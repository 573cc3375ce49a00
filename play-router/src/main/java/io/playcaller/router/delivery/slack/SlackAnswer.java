package io.playcaller.router.delivery.slack;

import io.playcaller.router.delivery.Receipt;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Slack said to a call. It answers 200 also when it refuses, and says so in the body.
 *
 * @param error Slack's word for what is wrong; empty when nothing is
 */
public record SlackAnswer(int status, Optional<Duration> retryAfter, String error) {

    private static final Set<String> SLOW_DOWN = Set.of("ratelimited", "rate_limited");

    /** The card is not there any more: whoever deleted it wanted it so. */
    private static final Set<String> NO_CARD = Set.of("message_not_found", "cant_update_message", "edit_window_closed");

    /** Wrong with us, and mended by people: tried again by the ladder until they have. */
    private static final Map<String, String> OURS = Map.of(
            "not_authed", "the token is missing; set playcaller.router.slack.token",
            "invalid_auth", "the token is not valid; install the app again and set playcaller.router.slack.token",
            "token_revoked", "the token was revoked; install the app again and set playcaller.router.slack.token",
            "account_inactive", "the app was removed from the workspace; install it again",
            "missing_scope", "the app lacks a scope; docs/slack.md lists those that it needs");

    /** Wrong with this message, today as tomorrow. */
    private static final Map<String, String> THEIRS = Map.of(
            "channel_not_found", "Slack knows no such channel; write its id, such as C024BE91L, and invite the app",
            "not_in_channel", "the app is not in the channel; invite it there",
            "is_archived", "the channel is archived; name another one",
            "users_not_found", "nobody in Slack has this e-mail address; write their id as identities.slack",
            "user_not_found", "Slack knows no such person; correct identities.slack",
            "user_disabled", "their Slack account is deactivated; correct identities.slack or take slack from notify",
            "cannot_dm_bot", "identities.slack names a bot; write the person's id");

    public boolean isOk() {
        return status == 200 && error.isEmpty();
    }

    /** Whether the message that was to be changed is not there. */
    public boolean hasNoCard() {
        return NO_CARD.contains(error);
    }

    /** What that means for the delivery. */
    public Receipt receipt() {
        if (isOk()) {
            return new Receipt.Taken(status);
        }
        if (status == 429 || SLOW_DOWN.contains(error)) {
            return Receipt.Busy.of(429, retryAfter);
        }
        if (status != 200) {
            return Receipt.of(status, retryAfter);
        }
        String fix = THEIRS.get(error);
        return fix == null
                ? new Receipt.Failed(Optional.of(status), OURS.getOrDefault(error, "Slack says " + error), retryAfter)
                : new Receipt.Refused(Optional.of(status), error + ": " + fix);
    }
}

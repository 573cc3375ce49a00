package io.playcaller.router.delivery.slack;

import java.time.Instant;

/** Text as Slack's mrkdwn has it. */
public final class SlackText {

    /** Slack refuses a section of more than 3,000 characters. */
    static final int LONGEST = 2_900;

    private SlackText() {}

    /** Words of ours or of a fact, which are no markup. */
    public static String plain(String words) {
        return cut(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    static String bold(String words) {
        return "*" + plain(words).replace('*', '∗') + "*";
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** An instant in the zone of whoever reads it. */
    static String time(Instant at) {
        return "<!date^" + at.getEpochSecond() + "^{date_short_pretty} {time}|" + at + ">";
    }
}

package io.playcaller.router.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests a tool allows, and how many of them are used, as it says itself with its answers: Salesforce for 24 hours, by
 * everybody who calls it ({@code Sforce-Limit-Info: api-usage=18/15000}); Jira for a window of its own choice ({@code
 * X-RateLimit-Limit}, {@code X-RateLimit-Remaining}).
 *
 * @param allowed at least 1
 */
public record Allowance(long used, long allowed) {

    /** From so many percent on CS Ops is told. */
    public static final int MUCH = 70;

    /** From so many percent on it is told as urgent. */
    public static final int MOST = 90;

    private static final int PERCENT = 100;
    private static final Pattern SALESFORCE = Pattern.compile("(?:^|[ ,;])api-usage=(\\d{1,12})/(\\d{1,12})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

    /** @param headers of an answer, whose names are told apart without regard to case */
    public static Optional<Allowance> of(Map<String, String> headers) {
        return salesforce(headers.getOrDefault("sforce-limit-info", "")).or(() -> jira(headers));
    }

    private static Optional<Allowance> salesforce(String said) {
        Matcher matcher = SALESFORCE.matcher(said);
        return matcher.find()
                ? known(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)))
                : Optional.empty();
    }

    private static Optional<Allowance> jira(Map<String, String> headers) {
        String limit = headers.getOrDefault("x-ratelimit-limit", "");
        String left = headers.getOrDefault("x-ratelimit-remaining", "");
        if (!NUMBER.matcher(limit).matches() || !NUMBER.matcher(left).matches()) {
            return Optional.empty();
        }
        long allowed = Long.parseLong(limit);
        return known(Math.max(0, allowed - Long.parseLong(left)), allowed);
    }

    private static Optional<Allowance> known(long used, long allowed) {
        return allowed < 1 ? Optional.empty() : Optional.of(new Allowance(used, allowed));
    }

    /** Rounded down; above 100 where a tool lets more through than it allows. */
    public int percent() {
        return (int) Math.min(Integer.MAX_VALUE, used * PERCENT / allowed);
    }

    /** The warning that it is worth: {@link #MOST}, {@link #MUCH}, or none. */
    public Optional<Integer> warning() {
        int percent = percent();
        return percent >= MOST ? Optional.of(MOST) : percent >= MUCH ? Optional.of(MUCH) : Optional.empty();
    }

    /** The one of which more is used. */
    public Allowance orWorse(Allowance other) {
        return other.percent() > percent() ? other : this;
    }
}

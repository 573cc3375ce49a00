package io.playcaller.console.relay;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the page may ask the services for. Everything else is answered here, whatever the service would say. Which roles may
 * do it is the service's own decision, on the token that goes along.
 */
public final class AllowList {

    private static final String ID = "[A-Za-z0-9._~!$&'()*+,;=:@%-]+";
    /** A segment that would climb, also when written with percent signs, or hide a separator. */
    private static final Pattern CLIMBS =
            Pattern.compile("(^|/)(\\.|%2e){1,2}(/|$)|%2f|%5c|%00", Pattern.CASE_INSENSITIVE);

    private static final List<Rule> RULES = List.of(
            rule(Backend.HEALTH, "GET", "v1/accounts"),
            rule(Backend.HEALTH, "GET", "v1/accounts/totals"),
            rule(Backend.HEALTH, "GET", "v1/accounts/" + ID + "/(health|signals|history)"),
            rule(Backend.HEALTH, "GET", "v1/signals"),
            rule(Backend.ROUTER, "GET", "v1/tasks"),
            rule(Backend.ROUTER, "GET", "v1/tasks/" + ID),
            rule(Backend.ROUTER, "POST", "v1/tasks/" + ID + "/(acknowledge|touch|update|comment|snooze|complete)"),
            rule(Backend.ROUTER, "POST", "v1/tasks/bulk"),
            rule(Backend.ROUTER, "GET", "v1/(triage|directory|reasons)"),
            rule(Backend.ROUTER, "POST", "v1/triage/release"),
            rule(Backend.FORECAST, "GET", "v1/(contracts|portfolio|retention|data-quality)"),
            rule(Backend.FORECAST, "GET", "v1/contracts/" + ID + "/(forecast|snapshots)"));

    private record Rule(Backend backend, String method, Pattern path) {}

    private AllowList() {}

    /** @param rawPath as it came, still percent-encoded, without a slash at its start */
    public static boolean allows(Backend backend, String method, String rawPath) {
        return !CLIMBS.matcher(rawPath).find()
                && RULES.stream()
                        .anyMatch(rule -> rule.backend() == backend
                                && rule.method().equals(method)
                                && rule.path().matcher(rawPath).matches());
    }

    private static Rule rule(Backend backend, String method, String path) {
        return new Rule(backend, method, Pattern.compile(path));
    }
}

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
            rule(Backend.HEALTH, "GET", "v1/accounts/" + ID + "/(health|signals|history|overrides)"),
            rule(Backend.HEALTH, "POST", "v1/accounts/" + ID + "/(overrides|pulse)"),
            rule(Backend.HEALTH, "DELETE", "v1/accounts/" + ID + "/overrides/" + ID),
            rule(Backend.HEALTH, "GET", "v1/(signals|funnel|models)"),
            rule(Backend.HEALTH, "GET", "v1/models/" + ID),
            rule(Backend.HEALTH, "POST", "v1/models(/rollback)?"),
            rule(Backend.HEALTH, "POST", "v1/models/" + ID + "/(activate|shadow)"),
            rule(Backend.HEALTH, "DELETE", "v1/models/shadow"),
            rule(Backend.ROUTER, "GET", "v1/tasks"),
            rule(Backend.ROUTER, "GET", "v1/tasks/" + ID),
            rule(
                    Backend.ROUTER,
                    "POST",
                    "v1/tasks/" + ID + "/(acknowledge|touch|update|comment|snooze|pause|resume|complete)"),
            rule(Backend.ROUTER, "POST", "v1/tasks/bulk"),
            rule(Backend.ROUTER, "GET", "v1/(triage|directory|directory/unmatched|reasons|coverage|messages)"),
            rule(Backend.ROUTER, "POST", "v1/triage/release"),
            rule(Backend.ROUTER, "GET", "v1/(brake|silences|connectors|connectors/hold|hand-overs)"),
            rule(Backend.ROUTER, "POST", "v1/brake/" + ID + "/(release|discard)"),
            rule(Backend.ROUTER, "POST", "v1/silences"),
            rule(Backend.ROUTER, "DELETE", "v1/silences/" + ID),
            rule(Backend.ROUTER, "POST", "v1/connectors/" + ID + "/(enable|replay)"),
            rule(Backend.ROUTER, "POST", "v1/connectors/hold(/release)?"),
            rule(Backend.ROUTER, "POST", "v1/hand-overs"),
            rule(Backend.ROUTER, "POST", "v1/hand-overs/" + ID + "/(accept|reject|withdraw)"),
            rule(Backend.FORECAST, "GET", "v1/(contracts|portfolio|retention|data-quality|renewals|kpis)"),
            rule(Backend.FORECAST, "GET", "v1/(programme|saves|losses|time-to-value|score-accuracy|capacity|models)"),
            rule(Backend.FORECAST, "GET", "v1/(lift|losses/reasons|retention/cohorts|expansion-coverage)"),
            rule(Backend.FORECAST, "GET", "v1/(targets|credits|credits/policies|credits/unassigned)"),
            rule(Backend.FORECAST, "POST", "v1/(portfolio/scenarios|credits)"),
            rule(Backend.FORECAST, "PUT", "v1/targets/" + ID + "/" + ID + "/" + ID),
            rule(Backend.FORECAST, "POST", "v1/programme/" + ID + "/plays/" + ID + "/decisions"),
            rule(Backend.FORECAST, "GET", "v1/meetings/(weekly|monthly|quarterly)"),
            rule(Backend.FORECAST, "POST", "v1/meetings/(weekly|monthly|quarterly)/" + ID + "/decisions"),
            rule(Backend.FORECAST, "POST", "v1/meetings/decisions/" + ID + "/done"),
            rule(Backend.FORECAST, "GET", "v1/contracts/" + ID + "/(forecast|snapshots|stage|judgements)"),
            rule(Backend.FORECAST, "POST", "v1/contracts/" + ID + "/(stage|judgements)"),
            rule(Backend.FORECAST, "DELETE", "v1/contracts/" + ID + "/judgements/" + ID));

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

package io.playcaller.router.delivery.jira.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.router.delivery.out.GuardedHttp;
import io.playcaller.router.delivery.out.GuardedHttp.Request;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Requests to one site, as one account. */
final class JiraApi {

    private static final String ISSUE = "/rest/api/3/issue";

    private final GuardedHttp http;
    private final URI url;
    private final String authorization;

    JiraApi(GuardedHttp http, URI url, String user, String token) {
        this.http = http;
        this.url = url;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + token).getBytes(StandardCharsets.UTF_8));
    }

    Uni<JiraAnswer> create(Map<String, Object> issue) {
        return call(HttpMethod.POST, ISSUE, issue);
    }

    Uni<JiraAnswer> change(String issueId, Map<String, Object> issue) {
        return call(HttpMethod.PUT, ISSUE + "/" + issueId, issue);
    }

    Uni<JiraAnswer> status(String issueId) {
        return call(HttpMethod.GET, ISSUE + "/" + issueId + "?fields=status", Map.of());
    }

    Uni<JiraAnswer> transitions(String issueId) {
        return call(HttpMethod.GET, ISSUE + "/" + issueId + "/transitions", Map.of());
    }

    Uni<JiraAnswer> move(String issueId, String transitionId) {
        return call(
                HttpMethod.POST,
                ISSUE + "/" + issueId + "/transitions",
                Map.of("transition", Map.of("id", transitionId)));
    }

    /** The newest comments, which a repeated message looks through for its own. */
    Uni<JiraAnswer> comments(String issueId) {
        return call(HttpMethod.GET, ISSUE + "/" + issueId + "/comment?orderBy=-created&maxResults=50", Map.of());
    }

    Uni<JiraAnswer> comment(String issueId, Map<String, Object> document) {
        return call(HttpMethod.POST, ISSUE + "/" + issueId + "/comment", Map.of("body", document));
    }

    /** @param most issues that are answered */
    Uni<JiraAnswer> search(String jql, int most) {
        return call(
                HttpMethod.POST,
                "/rest/api/3/search/jql",
                Map.of("jql", jql, "fields", List.of("labels", "status", "resolution"), "maxResults", most));
    }

    private Uni<JiraAnswer> call(HttpMethod method, String path, Map<String, Object> body) {
        String text = method.equals(HttpMethod.GET) ? "" : new String(WireJson.write(body), StandardCharsets.UTF_8);
        return http.send(Request.json(method, url.resolve(path), authorization, text))
                .map(JiraAnswer::of);
    }
}

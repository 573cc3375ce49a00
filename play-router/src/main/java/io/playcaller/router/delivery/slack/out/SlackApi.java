package io.playcaller.router.delivery.slack.out;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.router.delivery.out.GuardedHttp;
import io.playcaller.router.delivery.out.GuardedHttp.Answer;
import io.playcaller.router.delivery.out.GuardedHttp.Request;
import io.playcaller.router.delivery.out.ToolAnswer;
import io.playcaller.router.delivery.slack.SlackAnswer;
import io.playcaller.router.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls of Slack's Web API. What it refuses is an answer; only silence fails. */
final class SlackApi {

    private final GuardedHttp http;
    private final URI base;
    private final String token;

    /** @param token of the bot */
    SlackApi(GuardedHttp http, URI base, String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /** What a method answered. */
    record Reply(SlackAnswer answer, JsonNode body) {

        boolean isOk() {
            return answer.isOk();
        }
    }

    /** A method that writes. */
    Uni<Reply> post(String method, Map<String, Object> body) {
        Map<String, String> headers =
                Map.of("authorization", "Bearer " + token, "content-type", "application/json; charset=utf-8");
        return http.send(new Request(HttpMethod.POST, base.resolve(method), headers, Columns.json(body)))
                .map(SlackApi::reply);
    }

    /** A method that reads: these take no JSON. */
    Uni<Reply> get(String method, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI to = base.resolve(method + "?" + query);
        return http.send(new Request(HttpMethod.GET, to, Map.of("authorization", "Bearer " + token), ""))
                .map(SlackApi::reply);
    }

    private static Reply reply(Answer answer) {
        JsonNode body = ToolAnswer.json(answer);
        String error = body.path("ok").asBoolean() ? "" : body.path("error").asText("no_error_named");
        return new Reply(new SlackAnswer(answer.status(), answer.retryAfter(), error), body);
    }
}

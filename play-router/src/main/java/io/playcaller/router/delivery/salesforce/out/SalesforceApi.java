package io.playcaller.router.delivery.salesforce.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.router.config.SalesforceConfig;
import io.playcaller.router.delivery.out.GuardedHttp;
import io.playcaller.router.delivery.out.GuardedHttp.Request;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Requests to one organisation, under a token that is fetched when there is none or when it has expired. */
final class SalesforceApi {

    private final GuardedHttp http;
    private final SalesforceConfig config;
    private final URI url;
    private final AtomicReference<Uni<String>> token =
            new AtomicReference<>(Uni.createFrom().nothing());

    SalesforceApi(GuardedHttp http, SalesforceConfig config, URI url) {
        this.http = http;
        this.config = config;
        this.url = url;
        forget();
    }

    /** The task of a key, with whether it is closed. */
    Uni<SalesforceAnswer> find(UUID key) {
        return call(HttpMethod.GET, task(key) + "?fields=Id,IsClosed", "");
    }

    /** Creates or changes the task of a key. */
    Uni<SalesforceAnswer> upsert(UUID key, Map<String, Object> fields) {
        return call(
                HttpMethod.PATCH,
                task(key),
                new String(WireJson.write(new LinkedHashMap<>(fields)), StandardCharsets.UTF_8));
    }

    Uni<SalesforceAnswer> query(String soql) {
        return call(HttpMethod.GET, data() + "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8), "");
    }

    private String data() {
        return "/services/data/v" + config.apiVersion();
    }

    private String task(UUID key) {
        return data() + "/sobjects/Task/" + config.keyField() + "/" + key;
    }

    /** Once more under a new token, where the old one has expired. */
    private Uni<SalesforceAnswer> call(HttpMethod method, String path, String body) {
        return once(method, path, body).chain(answer -> {
            if (!answer.isExpiredSession()) {
                return Uni.createFrom().item(answer);
            }
            forget();
            return once(method, path, body);
        });
    }

    private Uni<SalesforceAnswer> once(HttpMethod method, String path, String body) {
        return Uni.createFrom()
                .deferred(() -> token.get())
                .onFailure()
                .invoke(this::forget)
                .chain(bearer -> http.send(Request.json(method, url.resolve(path), "Bearer " + bearer, body)))
                .map(SalesforceAnswer::of);
    }

    /** Concurrent messages share one fetch. */
    private void forget() {
        token.set(fetch().memoize().indefinitely());
    }

    private Uni<String> fetch() {
        return Uni.createFrom()
                .deferred(() -> http.send(new Request(
                        HttpMethod.POST,
                        url.resolve("/services/oauth2/token"),
                        Map.of("content-type", "application/x-www-form-urlencoded", "accept", "application/json"),
                        form(Map.of(
                                "grant_type", "client_credentials",
                                "client_id", config.clientId().orElse(""),
                                "client_secret", config.clientSecret().orElse(""))))))
                .map(SalesforceAnswer::of)
                .map(SalesforceApi::tokenOf);
    }

    private static String tokenOf(SalesforceAnswer answer) {
        String token = answer.body().path("access_token").asText("");
        if (token.isEmpty()) {
            throw new IllegalStateException("Salesforce issues no token: "
                    + answer.http().status() + " " + answer.body().path("error").asText(""));
        }
        return token;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

package io.playcaller.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.contracts.WireJson;
import io.playcaller.quickstart.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The services as one logged-in person sees them. A token that ran out is renewed, once for each request. */
public final class Session {

    private static final int UNAUTHORIZED = 401;

    private final Installation installation;
    private final Http http;
    private volatile String token;

    private Session(Installation installation, Http http, String token) {
        this.installation = installation;
        this.http = http;
        this.token = token;
    }

    /** Logs in as the first administrator. */
    public static Session open(Installation installation, Http http) {
        return new Session(installation, http, login(installation, http));
    }

    private static String login(Installation installation, Http http) {
        Map<String, String> login = Map.of(
                "email", installation.secrets().adminEmail(),
                "password", installation.secrets().adminPassword());
        Answer answer =
                http.post(installation.settings().url(Service.CONSOLE) + "/v1/tokens", Map.of(), WireJson.write(login));
        if (!answer.ok()) {
            throw new Refused("the console gives no token: %s; the kept login is in %s"
                    .formatted(answer.detail(), installation.home().secrets()));
        }
        return answer.body().path("token").asText();
    }

    public String token() {
        return token;
    }

    public Answer get(Service service, String path) {
        return answered(() -> http.get(installation.settings().url(service) + path, bearer()));
    }

    public Answer post(Service service, String path, Object body) {
        byte[] json = WireJson.write(body);
        return answered(() -> http.post(installation.settings().url(service) + path, bearer(), json));
    }

    /** Without a body. */
    public Answer post(Service service, String path) {
        return answered(() -> http.post(installation.settings().url(service) + path, bearer(), new byte[0]));
    }

    public Answer put(Service service, String path, Object body) {
        byte[] json = WireJson.write(body);
        return answered(() -> http.put(installation.settings().url(service) + path, bearer(), json));
    }

    /** Puts a record in the place of that version, of 0 where there is none; 412 where another writer was first. */
    public Answer replace(Service service, String path, long version, Object body) {
        byte[] json = WireJson.write(body);
        return answered(() -> {
            Map<String, String> headers = new HashMap<>(bearer());
            headers.put("If-Match", Long.toString(version));
            return http.put(installation.settings().url(service) + path, headers, json);
        });
    }

    /**
     * Hands on each event of a stream until the service ends it.
     *
     * @throws Refused when the service does not stream
     */
    public void follow(Service service, String path, Consumer<JsonNode> event) {
        renewing(() -> http.follow(installation.settings().url(service) + path, bearer(), event))
                .ifPresent(answer -> {
                    throw new Refused(
                            "%s answers %d: %s".formatted(service.module(), answer.status(), answer.detail()));
                });
    }

    public Answer delete(Service service, String path) {
        return answered(() -> http.delete(installation.settings().url(service) + path, bearer()));
    }

    private Answer answered(Supplier<Answer> request) {
        return renewing(() -> Optional.of(request.get())).orElseThrow();
    }

    /** @param request whose answer is empty when it is a stream */
    private Optional<Answer> renewing(Supplier<Optional<Answer>> request) {
        Optional<Answer> answer = request.get();
        if (answer.filter(no -> no.status() == UNAUTHORIZED).isEmpty()) {
            return answer;
        }
        token = login(installation, http);
        return request.get();
    }

    private Map<String, String> bearer() {
        return Map.of("authorization", "Bearer " + token);
    }
}

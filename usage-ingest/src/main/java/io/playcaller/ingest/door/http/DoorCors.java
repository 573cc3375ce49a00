package io.playcaller.ingest.door.http;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.config.IngestConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets scripts of web pages call the doors, and nothing else of this service, from the origins of the configuration. No
 * credentials: the browser's cookies are none of our business, the write key is.
 */
@ApplicationScoped
class DoorCors {

    private static final Pattern DOORS =
            Pattern.compile("/(v1/)?[tigpsab]/?|/v1/(track|identify|group|page|screen|alias|batch|import|events)/?");
    private static final String METHODS = "POST, PUT";
    private static final String EXPOSED = "Retry-After, X-RateLimit-Reset";
    /** Two hours, as long as any browser remembers. */
    private static final String MAX_AGE = "7200";
    /** Before Quarkus asks who calls: a refusal of that must be readable for the page, too. */
    private static final int PRIORITY = 400;

    private static final int NO_CONTENT = 204;
    private static final int FORBIDDEN = 403;

    private final AllowedOrigins origins;

    DoorCors(IngestConfig config) {
        this.origins = new AllowedOrigins(config.cors().origins());
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, PRIORITY);
    }

    private void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !DOORS.matcher(context.normalizedPath()).matches()) {
            context.next();
            return;
        }
        Optional<String> allowed = origins.answerTo(origin);
        if (allowed.isEmpty()) {
            refuse(context.response(), origin);
            return;
        }
        allow(context.response(), allowed.get());
        if (isPreflight(request)) {
            answerPreflight(context.response(), request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS));
        } else {
            context.next();
        }
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }

    private static void allow(HttpServerResponse response, String origins) {
        response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origins);
        if (!origins.equals(AllowedOrigins.ANY)) {
            response.putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
    }

    /** Whatever headers an SDK sends: they open nothing. */
    private static void answerPreflight(HttpServerResponse response, @Nullable String headers) {
        if (headers != null) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE)
                .setStatusCode(NO_CONTENT)
                .end();
    }

    private static void refuse(HttpServerResponse response, String origin) {
        Problem problem = Problem.of(
                FORBIDDEN,
                "origin.not-allowed",
                "Forbidden",
                "pages of " + origin + " may not call this door; playcaller.ingest.cors.origins says which may");
        response.setStatusCode(FORBIDDEN)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Buffer.buffer(WireJson.write(problem)));
    }
}

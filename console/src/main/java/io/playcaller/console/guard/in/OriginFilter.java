package io.playcaller.console.guard.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.console.config.ConsoleConfig;
import io.playcaller.console.guard.Origins;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses what another site makes a browser send. Made on the first request: filters are asked for before there is configuration. */
@ApplicationScoped
public class OriginFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SESSION = "playcaller_session";

    private final Origins origins;

    OriginFilter(ConsoleConfig config) {
        this.origins = new Origins(config.origins().orElse(Set.of()));
    }

    @ServerRequestFilter(preMatching = true)
    public void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (HARMLESS.contains(request.method().name())) {
            return;
        }
        String host = request.authority() == null ? null : request.authority().toString();
        boolean session = request.getCookie(SESSION) != null;
        origins.fault(request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"), host, session)
                .ifPresent(fault -> {
                    throw new ProblemException(Problem.forbidden("the request " + fault));
                });
    }
}

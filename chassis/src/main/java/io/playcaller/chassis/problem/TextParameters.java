package io.playcaller.chassis.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a text with a NUL among the parameters of a request, by name, before a resource asks a table for it. */
class TextParameters {

    /** Only so can it stand in the first line of a request. */
    private static final String NUL = "%00";

    @ServerRequestFilter
    Optional<Response> refuse(RoutingContext request, UriInfo uri, ResourceInfo resource) {
        return request.request().uri().contains(NUL)
                ? Parameters.problem(resource.getResourceMethod(), uri).map(ProblemAnswer::of)
                : Optional.empty();
    }
}

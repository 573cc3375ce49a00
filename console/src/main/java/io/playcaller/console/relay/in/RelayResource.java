package io.playcaller.console.relay.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.console.relay.AllowList;
import io.playcaller.console.relay.Answer;
import io.playcaller.console.relay.Backend;
import io.playcaller.console.relay.app.Backends;
import io.playcaller.console.relay.app.Backends.Question;
import io.playcaller.console.relay.app.Callers;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The services as the page sees them: under one origin, with the token of whoever is logged in. */
@Path("/api/{service}/{path:.+}")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class RelayResource {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Backends backends;
    private final Callers callers;

    RelayResource(Backends backends, Callers callers) {
        this.backends = backends;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Asks a service, in the caller's name, for what the page may see")
    public Uni<Response> get(
            @PathParam("service") String service, @PathParam("path") String path, @Context UriInfo uri) {
        return ask("GET", service, uri, null, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tells a service, in the caller's name, what the page may say")
    public Uni<Response> post(
            @PathParam("service") String service,
            @PathParam("path") String path,
            @Context UriInfo uri,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable String json) {
        return ask("POST", service, uri, json == null ? "" : json, key);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets, in the caller's name, what the page may set")
    public Uni<Response> put(
            @PathParam("service") String service,
            @PathParam("path") String path,
            @Context UriInfo uri,
            @Nullable String json) {
        return ask("PUT", service, uri, json == null ? "" : json, null);
    }

    @DELETE
    @Operation(summary = "Takes back, in the caller's name, what the page may take back")
    public Uni<Response> delete(
            @PathParam("service") String service, @PathParam("path") String path, @Context UriInfo uri) {
        return ask("DELETE", service, uri, null, null);
    }

    private Uni<Response> ask(String method, String service, UriInfo uri, @Nullable String json, @Nullable String key) {
        URI asked = uri.getRequestUri();
        String prefix = "/api/" + service + "/";
        String path = asked.getRawPath()
                .substring(Math.min(prefix.length(), asked.getRawPath().length()));
        Backend backend = Backend.of(service)
                .filter(known -> AllowList.allows(known, method, path))
                .orElseThrow(() -> new ProblemException(Problem.notFound("address", service + "/" + path)));
        String whole = asked.getRawQuery() == null ? path : path + "?" + asked.getRawQuery();
        return callers.bearer()
                .chain(bearer -> backends.ask(new Question(backend, method, whole, bearer, json, key)))
                .onFailure()
                .transform(
                        failure -> new ProblemException(Problem.unavailable(backend.key() + " does not answer", SOON)))
                .map(RelayResource::response);
    }

    private static Response response(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status()).header("Cache-Control", "no-store");
        if (answer.body().length > 0) {
            response.entity(answer.body());
        }
        if (answer.contentType() != null) {
            response.header("Content-Type", answer.contentType());
        }
        if (answer.retryAfter() != null) {
            response.header("Retry-After", answer.retryAfter());
        }
        return response.build();
    }
}

package io.playcaller.chassis.problem;

import io.playcaller.chassis.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Endpoints that fail in every way there is. */
@Path("/trial")
public class TrialResource {

    public record Item(@Min(1) int count, @NotBlank String name, Instant at) {}

    public record Order(List<@Valid Item> items) {}

    @POST
    @Path("/orders")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<String> order(@Valid Order order) {
        return Uni.createFrom().item("ok");
    }

    @GET
    @Path("/limit")
    @PermitAll
    public String limit(@QueryParam("limit") @Min(1) int limit) {
        return "ok";
    }

    @GET
    @Path("/orders/{orderId}")
    @PermitAll
    public String order(@RestPath UUID orderId, @RestQuery @DefaultValue("5") int limit, @RestQuery Integer page) {
        return "ok";
    }

    @GET
    @Path("/names/{name}")
    @PermitAll
    public String name(@PathParam("name") String name, @QueryParam("of") @DefaultValue("all") String of) {
        return name + of;
    }

    @GET
    @Path("/refused")
    @PermitAll
    public String refused() {
        throw new ProblemException(Problem.notFound("account", "acme"));
    }

    @GET
    @Path("/away")
    @PermitAll
    public Uni<String> away() {
        return Uni.createFrom()
                .failure(new ProblemException(
                        Problem.unavailable("the database does not answer", Duration.ofMillis(1500))));
    }

    @GET
    @Path("/limited")
    @PermitAll
    public Uni<String> limited() {
        return Uni.createFrom()
                .failure(new ProblemException(Problem.tooMany("rate.exceeded", "ten a second", Duration.ofSeconds(3))));
    }

    @GET
    @Path("/broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("secret detail");
    }

    @GET
    @Path("/leads")
    @RolesAllowed({Roles.LEAD, Roles.ADMIN})
    public String leads() {
        return "ok";
    }

    @GET
    @Path("/forgotten")
    public String forgotten() {
        return "nobody said who may call this";
    }
}

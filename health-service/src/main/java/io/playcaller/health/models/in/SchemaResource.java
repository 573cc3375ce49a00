package io.playcaller.health.models.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.health.model.in.ModelSchemas;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The form of the files of a model. */
@Path("/v1/schemas")
public class SchemaResource {

    @GET
    @Path("{file}")
    @Produces("application/schema+json")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "The JSON Schema of one of the files of a model: scorecards.yaml.")
    public String schema(@RestPath String file) {
        return ModelSchemas.of(file).orElseThrow(() -> new ProblemException(Problem.notFound("schema", file)));
    }
}

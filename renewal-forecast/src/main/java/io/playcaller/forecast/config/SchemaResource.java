package io.playcaller.forecast.config;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The form of the files of this service. */
@Path("/v1/schemas")
public class SchemaResource {

    @GET
    @Path("{file}")
    @Produces("application/schema+json")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "The JSON Schema of one of the files, such as renewals.yaml")
    public String schema(@RestPath String file) {
        return ForecastFiles.schema(file).orElseThrow(() -> new ProblemException(Problem.notFound("schema", file)));
    }
}

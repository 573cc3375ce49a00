package io.playcaller.router.rules.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The form of the files of the router. */
@Path("/v1/schemas")
@Tag(name = "rules")
public class SchemaResource {

    @GET
    @Path("{file}")
    @Produces("application/schema+json")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "The JSON Schema of one of the six files, such as plays.yaml.")
    public String schema(@RestPath String file) {
        return SchemaFiles.of(file).orElseThrow(() -> new ProblemException(Problem.notFound("schema", file)));
    }
}

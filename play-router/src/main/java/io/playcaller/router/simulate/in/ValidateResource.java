package io.playcaller.router.simulate.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.chassis.yaml.ConfigProblem;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.rules.in.SentFiles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether files of rules would be taken over. */
@Path("/v1/rules")
@Tag(name = "rules")
public class ValidateResource {

    private final CurrentRules rules;

    ValidateResource(CurrentRules rules) {
        this.rules = rules;
    }

    /** A fault, with its place; {@code line} is 0 where it is in no line, {@code fix} empty where there is no telling. */
    public record Fault(String file, int line, String key, String message, String fix) {

        static Fault of(ConfigProblem problem) {
            return new Fault(problem.file(), problem.line(), problem.key(), problem.message(), problem.fix());
        }
    }

    /**
     * The answer.
     *
     * @param faults all of them; none where the files are right
     */
    public record Validation(boolean valid, List<Fault> faults) {}

    /** Reads some hundred kilobytes of YAML: on a worker. */
    @POST
    @Path("validate")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.LEAD, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Whether a directory of these files would be taken over: a JSON object from file name to text.",
            description = "Files that are not in it are those that ship. What was said of people over HTTP is kept.")
    public Validation validate(@Nullable String body) {
        try {
            rules.contents().withFiles(SentFiles.of(body)).read();
            return new Validation(true, List.of());
        } catch (ConfigException e) {
            return new Validation(false, e.problems().stream().map(Fault::of).toList());
        }
    }
}

package io.playcaller.forecast.portfolio.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.portfolio.ScenarioAnswer;
import io.playcaller.forecast.portfolio.app.ScenarioService;
import io.playcaller.forecast.portfolio.app.ScenarioService.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What if. */
@Path("/v1/portfolio/scenarios")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class ScenarioResource {

    private final ScenarioService scenarios;

    ScenarioResource(ScenarioService scenarios) {
        this.scenarios = scenarios;
    }

    @POST
    @Operation(
            summary = "The coming quarters as forecast, beside a scenario, and the difference. Nothing is stored.",
            description = "{quarters, lose: [contract], categories: {contract: commit | best-case | at-risk | lost},"
                    + " plays: {play: lift as a fraction of one, or null for the measured one}}")
    public Uni<ScenarioAnswer> compare(@Nullable ScenarioBody body) {
        if (body == null) {
            throw new ProblemException(Problem.badField("scenario.invalid", "", "a JSON object", "nothing"));
        }
        return scenarios.answer(body.checked()).map(ScenarioResource::answer);
    }

    private static ScenarioAnswer answer(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            return answered.answer();
        }
        Outcome.Refused refused = (Outcome.Refused) outcome;
        List<FieldFault> faults = new ArrayList<>();
        add("lose, categories", "contracts that are open", refused.unknownContracts(), faults);
        add("plays", "a stated lift where none was measured", refused.unmeasuredPlays(), faults);
        throw new ProblemException(Problem.badFields("scenario.invalid", faults));
    }

    private static void add(String field, String expected, Set<String> named, List<FieldFault> faults) {
        if (!named.isEmpty()) {
            faults.add(new FieldFault(field, expected, String.join(", ", named)));
        }
    }
}

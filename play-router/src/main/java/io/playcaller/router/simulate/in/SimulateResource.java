package io.playcaller.router.simulate.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.rules.in.RuleFiles;
import io.playcaller.router.simulate.Simulated;
import io.playcaller.router.simulate.Simulation;
import io.playcaller.router.simulate.app.PlaySimulator;
import io.playcaller.router.simulate.app.PlaySimulator.Past;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What other plays would have done. */
@Path("/v1/plays")
@Tag(name = "rules")
public class SimulateResource {

    private static final int LONGEST_DAYS = 366;

    private final PlaySimulator signals;
    private final CurrentRules rules;
    private final RuleFiles files;
    private final BusinessClock clock;

    SimulateResource(PlaySimulator signals, CurrentRules rules, PlayRouterConfig config, BusinessClock clock) {
        this.signals = signals;
        this.rules = rules;
        this.files = new RuleFiles(config.configDir());
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param signals that were routed once more
     * @param truncated whether there were more than {@link PlaySimulator#MOST_SIGNALS}: these are then a part of them
     * @param inForce what the plays in force would have done with the same signals
     * @param proposed what those of the body would have done
     */
    public record Comparison(Instant since, int signals, boolean truncated, Simulated inForce, Simulated proposed) {}

    @POST
    @Path("simulate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.LEAD, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary =
                    "What the plays of a plays.yaml would have done with the signals of the last days, against those in"
                            + " force: runs, accounts, minutes by role and week. At most 20,000 signals. Changes nothing.")
    public Uni<Comparison> simulate(
            @RestQuery @DefaultValue("180") @Min(1) @Max(LONGEST_DAYS) int days, @Nullable String body) {
        RouterRules proposed = read(body);
        RouterRules current = rules.get();
        Instant since = clock.instant().minus(Duration.ofDays(days));
        return signals.since(since)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(past -> compare(since, past, current, proposed));
    }

    private static Comparison compare(Instant since, Past past, RouterRules current, RouterRules proposed) {
        return new Comparison(
                since,
                past.signals().size(),
                past.truncated(),
                Simulation.of(current, past.signals()),
                Simulation.of(proposed, past.signals()));
    }

    private RouterRules read(@Nullable String body) {
        if (body == null || body.isBlank()) {
            throw new ProblemException(Problem.badField("body.missing", "", "a plays.yaml", "nothing"));
        }
        try {
            return files.contents().withPlays(body).read();
        } catch (ConfigException e) {
            throw new ProblemException(Problem.badFields(
                    "plays.invalid",
                    e.problems().stream()
                            .map(fault -> new FieldFault(
                                    fault.key(), fault.fix(), fault.message() + " (line " + fault.line() + ")"))
                            .toList()));
        }
    }
}

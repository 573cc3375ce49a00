package io.playcaller.router.simulate.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.rules.in.RuleFiles;
import io.playcaller.router.rules.in.SentFiles;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What other plays would have done. */
@Path("/v1/plays")
@Tag(name = "rules")
public class SimulateResource {

    private static final int LONGEST_DAYS = 366;

    private final PlaySimulator signals;
    private final CurrentRules rules;
    private final BusinessClock clock;

    SimulateResource(PlaySimulator signals, CurrentRules rules, BusinessClock clock) {
        this.signals = signals;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param signals that were routed once more
     * @param truncated whether there were more than {@link PlaySimulator#MOST_SIGNALS}: these are then a part of them
     * @param inForce what the plays in force would have done with the same signals
     * @param proposed what those of the body would have done; without one, those in force
     */
    public record Comparison(Instant since, int signals, boolean truncated, Simulated inForce, Simulated proposed) {}

    @POST
    @Path("simulate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.LEAD, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary =
                    "What the plays of a plays.yaml would have done with the signals of the last days, against those in"
                            + " force: runs, follow-ups, accounts, minutes by role and week. At most 20,000 signals. Changes nothing.",
            description = "As application/json all files of a directory: an object from file name to text.")
    public Uni<Comparison> simulate(
            @RestQuery @DefaultValue("180") @Min(1) @Max(LONGEST_DAYS) int days,
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @Nullable String body) {
        RouterRules proposed = read(body, type);
        RouterRules current = rules.get();
        Instant now = clock.instant();
        Instant since = now.minus(Duration.ofDays(days));
        return signals.since(since)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(past -> compare(since, now, past, current, proposed));
    }

    private static Comparison compare(
            Instant since, Instant now, Past past, RouterRules current, RouterRules proposed) {
        return new Comparison(
                since,
                past.signals().size(),
                past.truncated(),
                Simulation.of(current, past.signals(), now),
                Simulation.of(proposed, past.signals(), now));
    }

    /** Those in force where no body came. */
    private RouterRules read(@Nullable String body, @Nullable String type) {
        if (body == null || body.isBlank()) {
            return rules.get();
        }
        RuleFiles.Contents now = rules.contents();
        boolean files = type != null && type.startsWith(MediaType.APPLICATION_JSON);
        try {
            return (files ? now.withFiles(SentFiles.of(body)) : now.withPlays(body)).read();
        } catch (ConfigException e) {
            throw new ProblemException(SentFiles.problem(e));
        }
    }
}

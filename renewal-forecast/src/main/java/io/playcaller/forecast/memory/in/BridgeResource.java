package io.playcaller.forecast.memory.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.memory.Bridge;
import io.playcaller.forecast.memory.BridgeBy;
import io.playcaller.forecast.memory.app.BridgeService;
import io.playcaller.forecast.memory.app.BridgeService.Asked;
import io.playcaller.forecast.portfolio.Quarter;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Why a forecast changed. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class BridgeResource {

    private static final int MOST_GROUPS = 1_000;
    private static final int MOST_ROWS = 100_000;

    private final BridgeService bridges;

    BridgeResource(BridgeService bridges) {
        this.bridges = bridges;
    }

    @GET
    @Path("/bridge")
    @Operation(
            summary = "Why the expected figure of a quarter changed between two days: steps that sum to the change",
            description =
                    "by: none, contract, segment, tier, region or owner; at most 1,000 groups, those that changed most")
    public Uni<Bridge> bridge(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("quarter") @Nullable String quarter,
            @QueryParam("by") @DefaultValue("none") String by) {
        return bridge(asked(from, until, quarter, by, MOST_GROUPS));
    }

    @GET
    @Path("/bridge.csv")
    @Produces("text/csv")
    @Operation(summary = "The same as CSV, a row per group and step; at most 100,000 groups")
    public Uni<RestResponse<String>> csv(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("quarter") @Nullable String quarter,
            @QueryParam("by") @DefaultValue("none") String by) {
        return bridge(asked(from, until, quarter, by, MOST_ROWS))
                .map(bridge -> CsvFile.of("bridge.csv", MemoryCsv.of(bridge)));
    }

    private Uni<Bridge> bridge(Asked asked) {
        return bridges.bridge(asked)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.badField(
                        "bridge.invalid",
                        "from",
                        "a day that has a snapshot, or one before it",
                        asked.from().toString()))));
    }

    private static Asked asked(
            @Nullable String from, @Nullable String until, @Nullable String quarter, String by, int most) {
        List<FieldFault> faults = new ArrayList<>();
        Optional<LocalDate> first = Days.read("from", from, faults);
        Optional<LocalDate> last = Days.read("until", until, faults);
        Optional<Quarter> of = quarter == null ? Optional.empty() : Quarter.parse(quarter);
        if (of.isEmpty()) {
            faults.add(new FieldFault("quarter", "a quarter, such as 2026-Q4", quarter == null ? "nothing" : quarter));
        }
        Optional<BridgeBy> dimension = BridgeBy.of(by);
        if (dimension.isEmpty()) {
            String words = String.join(
                    ", ", Arrays.stream(BridgeBy.values()).map(BridgeBy::key).toList());
            faults.add(new FieldFault("by", "one of " + words, by));
        }
        Days.inOrder(first, last, faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("bridge.invalid", faults));
        }
        return new Asked(first.orElseThrow(), last.orElseThrow(), of.orElseThrow(), dimension.orElseThrow(), most);
    }
}

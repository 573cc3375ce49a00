package io.playcaller.forecast.memory.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.memory.Accuracy;
import io.playcaller.forecast.memory.app.AccuracyService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How right forecasts were. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class AccuracyResource {

    private static final int MOST_DAYS = 800;

    private final AccuracyService accuracy;

    AccuracyResource(AccuracyService accuracy) {
        this.accuracy = accuracy;
    }

    @GET
    @Path("/accuracy")
    @Operation(
            summary = "Accuracy, bias and interval coverage 180, 90, 60 and 30 days before the renewal",
            description = "For model, CSM, manager and final forecast, of renewals due in the period that are closed;"
                    + " at most 800 days")
    public Uni<Accuracy> accuracy(
            @QueryParam("from") @Nullable String from, @QueryParam("until") @Nullable String until) {
        List<FieldFault> faults = new ArrayList<>();
        Optional<LocalDate> first = Days.read("from", from, faults);
        Optional<LocalDate> end = Days.read("until", until, faults);
        Days.inOrder(first, end, faults);
        if (faults.isEmpty() && ChronoUnit.DAYS.between(first.orElseThrow(), end.orElseThrow()) > MOST_DAYS) {
            faults.add(new FieldFault(
                    "until",
                    "at most %d days after from".formatted(MOST_DAYS),
                    end.orElseThrow().toString()));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("accuracy.invalid", faults));
        }
        return accuracy.of(first.orElseThrow(), end.orElseThrow());
    }

    @GET
    @Path("/accuracy.csv")
    @Produces("text/csv")
    @Operation(
            summary = "The same as CSV",
            description = "How often the intervals held stands in the rows of source interval, one per horizon")
    public Uni<RestResponse<String>> csv(
            @QueryParam("from") @Nullable String from, @QueryParam("until") @Nullable String until) {
        return accuracy(from, until).map(found -> CsvFile.of("accuracy.csv", MemoryCsv.of(found)));
    }
}

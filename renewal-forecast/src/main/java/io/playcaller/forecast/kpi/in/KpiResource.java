package io.playcaller.forecast.kpi.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.kpi.Decision;
import io.playcaller.forecast.kpi.KpiPage;
import io.playcaller.forecast.kpi.Programme;
import io.playcaller.forecast.kpi.Subject;
import io.playcaller.forecast.kpi.app.Decisions;
import io.playcaller.forecast.kpi.app.KpiService;
import io.playcaller.forecast.kpi.app.ProgrammeService;
import io.playcaller.forecast.portfolio.Quarter;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The page of figures that have an owner, and the quarter's review of plays. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class KpiResource {

    private final KpiService kpis;
    private final ProgrammeService programme;
    private final Decisions decisions;
    private final CurrentIdentityAssociation identity;

    KpiResource(KpiService kpis, ProgrammeService programme, Decisions decisions, CurrentIdentityAssociation identity) {
        this.kpis = kpis;
        this.programme = programme;
        this.decisions = decisions;
        this.identity = identity;
    }

    @GET
    @Path("/kpis")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "The six figures that have an owner, of a quarter and the one before, each with what it means")
    public Uni<KpiPage> kpis(@QueryParam("quarter") @Nullable String quarter) {
        return quarter(quarter).chain(kpis::page);
    }

    @GET
    @Path("/kpis.csv")
    @Produces("text/csv")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "The same as CSV (UTF-8, RFC 4180), a row per figure and currency")
    public Uni<RestResponse<String>> kpisCsv(@QueryParam("quarter") @Nullable String quarter) {
        return kpis(quarter).map(page -> CsvFile.of("kpis.csv", KpiCsv.of(page)));
    }

    @GET
    @Path("/programme")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary =
                    "Keep, optimize, rethink or collect: what a quarter's review proposes for each play and for content, and what was decided")
    public Uni<Programme> programme(@QueryParam("quarter") @Nullable String quarter) {
        return quarter(quarter).chain(programme::review);
    }

    @GET
    @Path("/programme.csv")
    @Produces("text/csv")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "The same as CSV: plays, then content")
    public Uni<RestResponse<String>> programmeCsv(@QueryParam("quarter") @Nullable String quarter) {
        return programme(quarter).map(review -> CsvFile.of("programme.csv", KpiCsv.of(review)));
    }

    @POST
    @Path("/programme/{quarter}/plays/{play}/decisions")
    @RolesAllowed({Roles.LEAD, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Writes down what was decided about a play: {decision, reason}; of two the later counts")
    public Uni<Decision> decide(
            @PathParam("quarter") String quarter, @PathParam("play") String play, @Nullable DecisionBody body) {
        return decide(
                quarter,
                Subject.play(play),
                body,
                review -> review.items().stream().anyMatch(row -> row.play().equals(play)));
    }

    @POST
    @Path("/programme/{quarter}/content/{content}/decisions")
    @RolesAllowed({Roles.LEAD, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Writes down what was decided about content: {decision, reason}; of two the later counts")
    public Uni<Decision> decideContent(
            @PathParam("quarter") String quarter, @PathParam("content") String content, @Nullable DecisionBody body) {
        return decide(
                quarter,
                Subject.content(content),
                body,
                review ->
                        review.content().stream().anyMatch(row -> row.content().equals(content)));
    }

    private Uni<Decision> decide(
            String quarter, Subject subject, @Nullable DecisionBody body, Predicate<Programme> knows) {
        DecisionBody.Checked checked = (body == null ? new DecisionBody(null, null) : body).checked();
        return quarter(quarter)
                .chain(read -> programme.review(read).chain(review -> {
                    if (!knows.test(review)) {
                        throw new ProblemException(missing(subject));
                    }
                    return identity.getDeferredIdentity()
                            .chain(caller -> decisions.add(
                                    read.toString(),
                                    subject,
                                    checked.decision(),
                                    checked.reason(),
                                    caller.getPrincipal().getName()));
                }));
    }

    private static Problem missing(Subject subject) {
        return subject.play() == null
                ? Problem.notFound("content", String.valueOf(subject.content()))
                : Problem.notFound("play", subject.play());
    }

    private Uni<Quarter> quarter(@Nullable String word) {
        return kpis.today().map(today -> QuarterWord.read(word, today));
    }
}

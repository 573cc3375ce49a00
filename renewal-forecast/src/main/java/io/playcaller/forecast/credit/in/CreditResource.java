package io.playcaller.forecast.credit.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.credit.CreditQuestion;
import io.playcaller.forecast.credit.PostedEntry;
import io.playcaller.forecast.credit.Unassigned;
import io.playcaller.forecast.credit.app.CreditLedger;
import io.playcaller.forecast.credit.app.CreditPolicies;
import io.playcaller.forecast.credit.app.CreditService;
import io.playcaller.forecast.credit.app.CreditService.Answer;
import io.playcaller.forecast.credit.app.CreditService.Caller;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.engine.credit.CreditFault;
import io.playcaller.forecast.engine.credit.CreditPolicy;
import io.playcaller.forecast.engine.credit.CreditSplit;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who is credited for which movement of revenue. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class CreditResource {

    private static final int CSV_AT_MOST = 100_000;

    private final CreditService credits;
    private final CreditLedger ledger;
    private final CreditPolicies policies;
    private final CurrentIdentityAssociation identity;

    CreditResource(
            CreditService credits, CreditLedger ledger, CreditPolicies policies, CurrentIdentityAssociation identity) {
        this.credits = credits;
        this.ledger = ledger;
        this.policies = policies;
        this.identity = identity;
    }

    @POST
    @Path("/credits")
    @RolesAllowed({Roles.CSM, Roles.LEAD, Roles.OPS})
    @Operation(
            summary =
                    "Registers how a kind of movement of a contract is divided: {contractId, kind, from, shares, reason}",
            description = "Before the revenue moves; later only operations, with from and reason")
    public Uni<RestResponse<CreditSplit>> register(@Nullable CreditBody body) {
        if (body == null) {
            throw new ProblemException(Problem.badField("body.missing", "", "a JSON object", "nothing"));
        }
        CreditBody.Checked asked = body.checked();
        return identity.getDeferredIdentity()
                .map(caller -> new Caller(caller.getPrincipal().getName(), caller.hasRole(Roles.OPS)))
                .chain(caller -> credits.register(asked.contractId(), asked.registration(), caller))
                .map(answer -> RestResponse.status(RestResponse.Status.CREATED, split(answer, asked.contractId())));
    }

    private static CreditSplit split(Answer answer, String contractId) {
        if (answer instanceof Answer.Registered registered) {
            return registered.split();
        }
        if (answer instanceof Answer.Refused refused) {
            throw new ProblemException(problem(refused.fault()));
        }
        throw new ProblemException(Problem.notFound("contract", contractId));
    }

    private static Problem problem(CreditFault fault) {
        Problem problem = Problem.badField(fault.code(), fault.field(), fault.expected(), fault.actual());
        return fault.code().equals("credit.late") ? problem.under(409, "Conflict") : problem;
    }

    @GET
    @Path("/credits")
    @Operation(summary = "The credit ledger in the order in which it was posted")
    public Uni<Page<PostedEntry>> entries(
            @BeanParam CreditFilter filter,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return page(filter.asked(cursor, limit));
    }

    @GET
    @Path("/credits.csv")
    @Produces("text/csv")
    @Operation(
            summary = "The same as CSV (UTF-8, RFC 4180)",
            description = "At most 100,000 at once; when there are more, the header Link leads to them")
    public Uni<RestResponse<String>> csv(
            @BeanParam CreditFilter filter,
            @QueryParam("limit") @DefaultValue("100000") @Min(1) @Max(CSV_AT_MOST) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return page(filter.asked(cursor, limit))
                .map(page -> CsvFile.part(
                        "credits.csv", page, CreditCsv::of, "/v1/credits.csv", limit, filter.asParameters()));
    }

    @GET
    @Path("/credits/unassigned")
    @Operation(summary = "Movements that nobody can be credited for, each with why")
    public Uni<Page<Unassigned>> unassigned(
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return unassignedPage(limit, cursor);
    }

    @GET
    @Path("/credits/unassigned.csv")
    @Produces("text/csv")
    @Operation(
            summary = "The same as CSV (UTF-8, RFC 4180): a row for each movement",
            description = "Of at most 100,000 contracts at once; when there are more, the header Link leads to them")
    public Uni<RestResponse<String>> unassignedCsv(
            @QueryParam("limit") @DefaultValue("100000") @Min(1) @Max(CSV_AT_MOST) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return unassignedPage(limit, cursor)
                .map(page -> CsvFile.part(
                        "credits-unassigned.csv", page, CreditCsv::ofUnassigned, "/v1/credits/unassigned.csv", limit));
    }

    private Uni<Page<Unassigned>> unassignedPage(int limit, @Nullable String cursor) {
        String after = Objects.requireNonNullElse(Cursor.read(cursor, (contractId, none) -> contractId), "");
        return ledger.unassigned(after, limit + 1)
                .map(found -> Page.of(found, limit, last -> new Cursor(last.contractId(), "")));
    }

    @GET
    @Path("/credits/policies")
    @Operation(summary = "The rules of engagement in every version that ever held")
    public Uni<Page<CreditPolicy>> policies() {
        return policies.all().map(Page::whole);
    }

    /** @param asked for one more than the page has, which says whether something follows */
    private Uni<Page<PostedEntry>> page(CreditQuestion asked) {
        return ledger.entries(asked)
                .map(found -> Page.of(found, asked.limit() - 1, last -> new Cursor(Long.toString(last.entryNo()), "")));
    }
}

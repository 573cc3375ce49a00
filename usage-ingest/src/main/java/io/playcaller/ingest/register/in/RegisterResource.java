package io.playcaller.ingest.register.in;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.RegisterKey;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.contracts.register.ReferencesRecord;
import io.playcaller.ingest.backfill.app.OpenRuns;
import io.playcaller.ingest.identity.DomainName;
import io.playcaller.ingest.identity.app.Domains;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.PathId;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.register.Change;
import io.playcaller.ingest.register.Entry;
import io.playcaller.ingest.register.app.ClaimableDomains;
import io.playcaller.ingest.register.app.Register;
import io.playcaller.ingest.register.in.Puts.Put;
import io.playcaller.ingest.source.in.KeyRoles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Accounts, contracts, owners, invoices, opportunities, loss reviews, references and claims of domains. A PUT gives the whole
 * record and answers it with its version; the same again changes nothing. With {@code If-Match} it only replaces the version
 * that the writer has seen.
 */
@Path("/v1")
@Tag(name = "register")
public class RegisterResource {

    private final Register register;
    private final ClaimableDomains domains;
    private final Domains claims;
    private final Puts puts;

    RegisterResource(Register register, ClaimableDomains domains, Domains claims, Puts puts) {
        this.register = register;
        this.domains = domains;
        this.claims = claims;
        this.puts = puts;
    }

    @PUT
    @Path("/accounts/{id}")
    @RolesAllowed({KeyRoles.REGISTER, KeyRoles.TEST_REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Stores an account: name, industry, region, country, zone, strategic, parents")
    public Uni<AccountRecord> account(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @HeaderParam(OpenRuns.HEADER) @Nullable String runId,
            byte[] body) {
        return put(new Put("accountId", id, seen, runId), body, RegisterReader::account, AccountRecord.class);
    }

    @GET
    @Path("/accounts/{id}")
    @RolesAllowed({KeyRoles.REGISTER, Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "The account as stored")
    public Uni<AccountRecord> account(@PathParam("id") String id) {
        return register.find(RegisterKey.account(PathId.require("id", id)))
                .map(found -> found.map(entry -> (AccountRecord) entry.record())
                        .orElseThrow(() -> new ProblemException(Problem.notFound("account", id))));
    }

    @PUT
    @Path("/contracts/{id}")
    @RolesAllowed({KeyRoles.REGISTER, KeyRoles.TEST_REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Stores a contract with all its lines and dated movements")
    public Uni<ContractRecord> contract(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @HeaderParam(OpenRuns.HEADER) @Nullable String runId,
            byte[] body) {
        return put(new Put("contractId", id, seen, runId), body, RegisterReader::contract, ContractRecord.class);
    }

    @PUT
    @Path("/accounts/{id}/owners")
    @RolesAllowed({KeyRoles.REGISTER, KeyRoles.TEST_REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Stores who of our people holds which role on an account, by staff id")
    public Uni<OwnersRecord> owners(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @HeaderParam(OpenRuns.HEADER) @Nullable String runId,
            byte[] body) {
        return put(new Put("accountId", id, seen, runId), body, RegisterReader::owners, OwnersRecord.class);
    }

    @PUT
    @Path("/invoices/{id}")
    @RolesAllowed({KeyRoles.REGISTER, KeyRoles.TEST_REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Stores an invoice")
    public Uni<InvoiceChanged> invoice(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @HeaderParam(OpenRuns.HEADER) @Nullable String runId,
            byte[] body) {
        return put(new Put("invoiceId", id, seen, runId), body, RegisterReader::invoice, InvoiceChanged.class);
    }

    @PUT
    @Path("/opportunities/{id}")
    @RolesAllowed({KeyRoles.REGISTER, KeyRoles.TEST_REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Stores a chance that a customer buys more")
    public Uni<OpportunityRecord> opportunity(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @HeaderParam(OpenRuns.HEADER) @Nullable String runId,
            byte[] body) {
        return put(
                new Put("opportunityId", id, seen, runId), body, RegisterReader::opportunity, OpportunityRecord.class);
    }

    @PUT
    @Path("/contracts/{id}/loss-review")
    @RolesAllowed({KeyRoles.REGISTER, KeyRoles.TEST_REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Stores why a contract ended or shrank, and whether that could have been prevented")
    public Uni<LossReviewRecord> lossReview(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @HeaderParam(OpenRuns.HEADER) @Nullable String runId,
            byte[] body) {
        return put(new Put("contractId", id, seen, runId), body, RegisterReader::lossReview, LossReviewRecord.class);
    }

    @PUT
    @Path("/accounts/{id}/references")
    @RolesAllowed({KeyRoles.REGISTER, KeyRoles.TEST_REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Stores what an account lends its name to")
    public Uni<ReferencesRecord> references(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @HeaderParam(OpenRuns.HEADER) @Nullable String runId,
            byte[] body) {
        return put(new Put("accountId", id, seen, runId), body, RegisterReader::references, ReferencesRecord.class);
    }

    @PUT
    @Path("/domains/{domain}")
    @RolesAllowed({KeyRoles.REGISTER, KeyRoles.TEST_REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Stores which account claims an e-mail domain: accountId, from, until",
            description = "Who writes from it, or from below it, is of the account unless somebody says another")
    public Uni<DomainRecord> domain(
            @PathParam("domain") String domain,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @HeaderParam(OpenRuns.HEADER) @Nullable String runId,
            byte[] body) {
        return put(
                new Put("domain", domain, seen, runId),
                body,
                (name, json) -> RegisterReader.domain(name, json).then(domains::check),
                DomainRecord.class);
    }

    @GET
    @Path("/domains/{domain}")
    @RolesAllowed({KeyRoles.REGISTER, Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "Which account claims the domain, or claimed it last")
    public Uni<DomainRecord> domain(@PathParam("domain") String domain) {
        ProblemException unknown = new ProblemException(Problem.notFound("domain", domain));
        String name = DomainName.of(domain).map(DomainName::text).orElseThrow(() -> unknown);
        return register.find(RegisterKey.domain(name))
                .map(found -> found.map(entry -> (DomainRecord) entry.record()).orElseThrow(() -> unknown));
    }

    @GET
    @Path("/domains")
    @RolesAllowed({KeyRoles.REGISTER, Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "The claims of domains by name, also past ones; account: of one account")
    public Uni<Page<DomainRecord>> domains(
            @QueryParam("account") @Nullable String account,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String of = account == null || account.isEmpty() ? null : PathId.require("account", account);
        String after = Cursor.read(cursor, (domain, none) -> domain);
        return claims.claims(of, after == null ? "" : after, limit + 1)
                .map(found -> Page.of(found, limit, last -> new Cursor(last.domain(), "")));
    }

    private <T extends Record> Uni<T> put(
            Put put, byte[] sent, BiFunction<String, JsonNode, Step<Entry>> reader, Class<T> type) {
        return puts.take(
                put,
                sent,
                body -> DoorJson.parse(body).then(json -> reader.apply(put.id(), json)),
                (entry, seen, origin) -> register.put(entry, seen, origin)
                        .map(change -> stored(change, put.id()).then(stored -> Step.kept(type.cast(stored)))));
    }

    private static Step<Record> stored(Change change, String id) {
        if (change instanceof Change.None none) {
            return Step.kept(none.stored().record());
        }
        if (change instanceof Change.Next next) {
            return Step.kept(next.entry().record());
        }
        if (change instanceof Change.Outdated outdated) {
            throw SeenVersion.outdated(id, outdated.stored(), outdated.seen());
        }
        return Step.refused(((Change.Refused) change).refusal(id));
    }
}

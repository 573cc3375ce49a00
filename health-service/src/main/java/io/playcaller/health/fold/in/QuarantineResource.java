package io.playcaller.health.fold.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.health.fold.QuarantineView;
import io.playcaller.health.fold.app.Quarantines;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Accounts whose fold failed, and their way out. */
@Path("/v1/quarantine")
@RolesAllowed({Roles.OPS, Roles.ADMIN})
public class QuarantineResource {

    private final Quarantines quarantines;
    private final CurrentIdentityAssociation identity;

    QuarantineResource(Quarantines quarantines, CurrentIdentityAssociation identity) {
        this.quarantines = quarantines;
        this.identity = identity;
    }

    /** Which accounts to release: all that failed for this reason, word for word as the list says it. */
    public record ReleaseBody(@Nullable String reason) {}

    /** For how many accounts the release stands in the log; it takes effect when that is read. */
    public record ReleaseAsked(int accounts) {}

    /** Accounts in quarantine by their ids, each with the fact at which it failed, why, and since when. */
    @GET
    public Uni<Page<QuarantineView>> quarantine(
            @RestQuery @Nullable String reason,
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit,
            @RestQuery @Nullable String cursor) {
        String one = reason == null || reason.isEmpty() ? null : reason;
        String after = Cursor.read(cursor, (account, untied) -> account);
        return quarantines
                .list(one, after, limit + 1)
                .map(found -> Page.of(found, limit, last -> new Cursor(last.accountId(), "")));
    }

    /** Folds what waited for one account. If it fails again, the account stays, with the new reason. */
    @POST
    @Path("/{id}/release")
    @ResponseStatus(202)
    public Uni<ReleaseAsked> release(@RestPath String id) {
        return staffId().chain(staff -> quarantines.release(id, staff)).map(found -> {
            if (!found) {
                String detail = "account " + id + " is not in quarantine";
                throw new ProblemException(Problem.of(404, "quarantine.unknown", "Not found", detail));
            }
            return new ReleaseAsked(1);
        });
    }

    /** Folds what waited for all accounts that failed for one reason: {reason: "…"}. */
    @POST
    @Path("/release")
    @ResponseStatus(202)
    public Uni<ReleaseAsked> releaseAll(@Nullable ReleaseBody body) {
        String reason = body == null ? null : body.reason();
        if (reason == null || reason.isBlank()) {
            throw new ProblemException(
                    Problem.badField("quarantine.reason", "/reason", "a reason of the list", String.valueOf(reason)));
        }
        return staffId().chain(staff -> quarantines.releaseAll(reason, staff)).map(ReleaseAsked::new);
    }

    private Uni<String> staffId() {
        return identity.getDeferredIdentity().map(who -> who.getPrincipal().getName());
    }
}

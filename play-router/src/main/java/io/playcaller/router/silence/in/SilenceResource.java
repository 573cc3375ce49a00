package io.playcaller.router.silence.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.silence.Silence;
import io.playcaller.router.silence.app.Silences;
import io.playcaller.router.silence.app.Silences.Made;
import io.playcaller.router.silence.app.Silences.Wish;
import io.playcaller.router.silence.out.PgSilences.Listed;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What is said to make no work for a while. */
@Path("/v1/silences")
@Tag(name = "silences")
public class SilenceResource {

    private final Silences silences;
    private final CurrentRules rules;
    private final CurrentIdentityAssociation identity;

    SilenceResource(Silences silences, CurrentRules rules, CurrentIdentityAssociation identity) {
        this.silences = silences;
        this.rules = rules;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "Silences that hold or are to come, the newest first; all=true: also those that are over.")
    public Uni<Page<SilenceView>> list(
            @RestQuery @DefaultValue("false") boolean all,
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit,
            @RestQuery @Nullable String cursor) {
        UUID after = Cursor.read(cursor, (silenceId, none) -> UUID.fromString(silenceId));
        return silences.list(all, after, limit + 1)
                .map(found -> Page.of(found, limit, SilenceResource::cursor)
                        .map(one -> SilenceView.of(one.silence(), one.state(), null)));
    }

    private static Cursor cursor(Listed last) {
        return new Cursor(last.silence().silenceId().toString(), "");
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.LEAD, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Silences signals that are routed from now on, for at most 90 days; open tasks stay as they are: "
                    + "{match: {account: [a-1]}, not: {severity: [high]}, until, because}.")
    public Uni<SilenceView> make(@Nullable SilenceBody body) {
        if (body == null) {
            throw new ProblemException(Problem.badField("silence.invalid", "", "a silence", "nothing"));
        }
        return identity.getDeferredIdentity()
                .map(caller -> body.checked(plays(), caller.getPrincipal().getName()))
                .chain(wish -> silences.make(wish).map(made -> view(wish, made)));
    }

    private Set<String> plays() {
        return rules.get().plays().plays().stream().map(Play::key).collect(Collectors.toUnmodifiableSet());
    }

    private static SilenceView view(Wish wish, Made made) {
        if (made instanceof Made.Done done) {
            return SilenceView.of(done.silence(), done.state(), null);
        }
        if (made instanceof Made.BadTime bad) {
            throw new ProblemException(Problem.badFields(
                    "silence.invalid",
                    List.of(new FieldFault(
                            "/until",
                            "after now (" + bad.now() + ") and after from, and at most " + Silence.LONGEST.toDays()
                                    + " days after that",
                            wish.until().toString()))));
        }
        throw new ProblemException(Problem.conflict(
                "silence.too-many", "There are " + Silences.MOST + " silences that are not over; withdraw some."));
    }

    @DELETE
    @Path("{silenceId}")
    @RolesAllowed({Roles.LEAD, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Withdraws a silence; what it silences is looked at again at once.")
    public Uni<SilenceView> withdraw(@RestPath UUID silenceId) {
        return identity.getDeferredIdentity()
                .chain(caller ->
                        silences.withdraw(silenceId, caller.getPrincipal().getName()))
                .map(found -> found.map(one -> SilenceView.of(one.silence(), one.state(), one.lookedAtAgain()))
                        .orElseThrow(() -> new ProblemException(Problem.notFound("silence", silenceId.toString()))));
    }
}
